import type { Kind, ValueType } from './value-type.ts';

/** A column as PostgreSQL announces it, before the first row. */
export interface ResultColumn {
	name: string;
	/** By its type; `unknown` when only the values tell. */
	kind: Kind;
	/** Of an array. */
	items?: Kind;
}

/** What differs between a row type and a result; nothing when it is true. */
export function compareRows(
	type: ValueType,
	columns: readonly ResultColumn[],
	rows: readonly Record<string, unknown>[]
): string[] {
	const differences = new Set([...compareNames(type, columns), ...compareKinds(type, columns)]);
	const compared = columns.flatMap(({ name }) => {
		const column = typeOf(type, name);
		return column ? [{ name, column }] : [];
	});
	for (const row of rows) {
		for (const { name, column } of compared) {
			const difference = compareValue(column, row[name], name);
			if (difference !== null) differences.add(difference);
		}
	}
	return [...differences];
}

const typeOf = (type: ValueType, name: string) => type.properties?.[name] ?? type.others;

function compareNames(type: ValueType, columns: readonly ResultColumn[]): string[] {
	const names = columns.map(({ name }) => name);
	const absent = Object.entries(type.properties ?? {})
		.filter(([name, { kinds }]) => !names.includes(name) && !kinds.includes('undefined'))
		.map(([name]) => `column ${name}: expected, but the result has none`);
	const extra = names
		.filter((name) => !typeOf(type, name))
		.map((name) => `column ${name}: in the result, but not in the row type`);
	const twice = names
		.filter((name, index) => names.indexOf(name) !== index)
		.map((name) => `column ${name}: twice in the result`);
	return [...absent, ...extra, ...twice];
}

function compareKinds(type: ValueType, columns: readonly ResultColumn[]): string[] {
	return columns.flatMap(({ name, kind, items }) => {
		const column = typeOf(type, name);
		if (!column) return [];
		if (!allows(column, kind)) return [wrong(name, column, kind)];
		const ofItems = column.items;
		return items && ofItems && !allows(ofItems, items) ? [wrong(`${name}[]`, ofItems, items)] : [];
	});
}

const allows = ({ kinds }: ValueType, kind: Kind): boolean =>
	kind === 'unknown' || kinds.includes(kind) || kinds.includes('unknown');

const wrong = (name: string, { kinds }: ValueType, found: string): string =>
	`column ${name}: expected ${kinds.join(' or ')}, found ${found}`;

/** The first thing in a value that its type does not allow. */
function compareValue(type: ValueType, value: unknown, name: string): string | null {
	const kind = kindOf(value);
	if (!allows(type, kind)) return wrong(name, type, kind);
	if (type.literals && (typeof value === 'string' || typeof value === 'number')) {
		if (type.literals.includes(value)) return null;
		return `column ${name}: expected one of ${type.literals.join(', ')}, found ${value}`;
	}
	if (Array.isArray(value)) {
		const { items } = type;
		return items ? first(value, (item) => compareValue(items, item, `${name}[]`)) : null;
	}
	return kind === 'object' && type.properties ? compareObject(type, Object(value), name) : null;
}

function compareObject(
	type: ValueType,
	value: Readonly<Record<string, unknown>>,
	name: string
): string | null {
	const names = new Set([...Object.keys(type.properties ?? {}), ...Object.keys(value)]);
	return first([...names], (inner) => {
		const property = typeOf(type, inner);
		if (!property) return `column ${name}.${inner}: in the result, but not in the row type`;
		return compareValue(property, value[inner], `${name}.${inner}`);
	});
}

function first<T>(all: readonly T[], find: (one: T) => string | null): string | null {
	for (const one of all) {
		const found = find(one);
		if (found !== null) return found;
	}
	return null;
}

/** What a value is that the driver read. */
export function kindOf(value: unknown): Kind {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (value instanceof Date) return 'Date';
	if (value instanceof Uint8Array) return 'Buffer';
	const kind = typeof value;
	return kind === 'symbol' || kind === 'function' ? 'unknown' : kind;
}
