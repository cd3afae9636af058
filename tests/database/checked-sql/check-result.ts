import { CamelCasePlugin } from 'kysely';
import { compareRows, type ResultColumn } from './compare-rows.ts';
import { toColumn, type Field, type Parse } from './result-columns.ts';
import { marksIn, type Description, type Descriptions } from './value-type.ts';

/** What came back for a statement, before its names are in camel case. */
export interface Result {
	fields: readonly Field[];
	rows: readonly Record<string, unknown>[];
}

export interface Checked {
	/** `src/…/file.ts:12:3, column …: expected …, found …`. */
	differences: string[];
	/** Places whose row type was compared with at least one row, or that no result shows. */
	seen: string[];
}

class Names extends CamelCasePlugin {
	inCamelCase(row: Record<string, unknown>): Record<string, unknown> {
		return this.mapRow(row) as Record<string, unknown>;
	}
}

const names = new Names();

interface Comparison {
	type: Description['type'];
	columns: readonly ResultColumn[];
}

/** What a row type says about this result: a statement about all of it, a column about itself. */
function comparisonOf(
	{ role, alias, type }: Description,
	leads: boolean,
	columns: readonly ResultColumn[]
): Comparison | null {
	if (role === 'statement') return leads ? { type, columns } : null;
	const named = columns.filter(({ name }) => role === 'column' && name === alias);
	if (alias === null || named.length === 0) return null;
	return { type: { kinds: ['object'], properties: { [alias]: type } }, columns: named };
}

/** Compares a result with the row types whose marks are in the text of its statement. */
export function checkResult(
	descriptions: Descriptions,
	text: string,
	{ fields, rows }: Result,
	parse: Parse
): Checked {
	const columns = fields.map((field) => {
		const [name = ''] = Object.keys(names.inCamelCase({ [field.name]: null }));
		return toColumn(field, name, parse);
	});
	let named: Record<string, unknown>[] | null = null;
	const checked: Checked = { differences: [], seen: [] };
	for (const { place, leads } of marksIn(text)) {
		const description = descriptions[place];
		if (!description) {
			checked.differences.push(`${place}: nothing describes this row type`);
			continue;
		}
		const comparison = comparisonOf(description, leads, columns);
		if (comparison) {
			named ??= rows.map((row) => names.inCamelCase(row));
			const found = compareRows(comparison.type, comparison.columns, named);
			checked.differences.push(...found.map((difference) => `${place}, ${difference}`));
		}
		// What is inside another statement is not in its result.
		if (comparison ? rows.length > 0 : description.role !== 'statement') checked.seen.push(place);
	}
	return checked;
}
