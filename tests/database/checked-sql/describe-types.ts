import ts from 'typescript';
import type { Kind, ValueType } from './value-type.ts';

const UNKNOWN: ValueType = { kinds: ['unknown'] };

const BY_FLAG: readonly [ts.TypeFlags, Kind][] = [
	[ts.TypeFlags.Null, 'null'],
	[ts.TypeFlags.Undefined | ts.TypeFlags.Void, 'undefined'],
	[ts.TypeFlags.StringLike, 'string'],
	[ts.TypeFlags.NumberLike, 'number'],
	[ts.TypeFlags.BigIntLike, 'bigint'],
	[ts.TypeFlags.BooleanLike, 'boolean']
];

/** Objects that the driver makes itself; all others come out of JSON. */
const BY_NAME: Readonly<Partial<Record<string, Kind>>> = {
	Date: 'Date',
	Buffer: 'Buffer',
	Uint8Array: 'Buffer'
};

/** What values of a type look like. */
export function describeType(checker: ts.TypeChecker, type: ts.Type): ValueType {
	const parts = type.isUnion() ? type.types : [type];
	return merge(parts.map((part) => describePart(checker, part)));
}

function describePart(checker: ts.TypeChecker, type: ts.Type): ValueType {
	// A string with a brand is a string.
	if (type.isIntersection()) {
		const primitive = type.types.find((part) => BY_FLAG.some(([flag]) => part.flags & flag));
		if (primitive) return describePart(checker, primitive);
	}
	if (type.isStringLiteral() || type.isNumberLiteral()) {
		return { kinds: [type.isStringLiteral() ? 'string' : 'number'], literals: [type.value] };
	}
	const simple = BY_FLAG.find(([flag]) => type.flags & flag);
	if (simple) return { kinds: [simple[1]] };
	const made = BY_NAME[type.getSymbol()?.name ?? ''];
	if (made) return { kinds: [made] };
	if (checker.isArrayType(type) || checker.isTupleType(type)) {
		const items = checker.getTypeArguments(type as ts.TypeReference);
		return { kinds: ['array'], items: merge(items.map((item) => describeType(checker, item))) };
	}
	return type.flags & ts.TypeFlags.Object || type.isIntersection()
		? describeObject(checker, type)
		: UNKNOWN;
}

function describeObject(checker: ts.TypeChecker, type: ts.Type): ValueType {
	const properties = type.getProperties().map((property) => {
		const described = describeType(checker, checker.getTypeOfSymbol(property));
		const optional = property.flags & ts.SymbolFlags.Optional;
		return [property.name, optional ? merge([described, { kinds: ['undefined'] }]) : described];
	});
	const others = type.getStringIndexType();
	return {
		kinds: ['object'],
		properties: Object.fromEntries(properties) as Record<string, ValueType>,
		...(others && { others: describeType(checker, others) })
	};
}

/** What is either of these. */
function merge(types: readonly ValueType[]): ValueType {
	if (types.length === 1) return types[0]!;
	const kinds = [...new Set(types.flatMap((type) => type.kinds))];
	const free = types.some((type) => !type.literals && includesText(type.kinds));
	const literals = free ? [] : types.flatMap((type) => type.literals ?? []);
	const items = types.flatMap((type) => type.items ?? []);
	const others = types.flatMap((type) => type.others ?? []);
	const objects = types.flatMap(({ properties }) => (properties ? [properties] : []));
	return {
		kinds,
		...(literals.length > 0 && { literals }),
		...(items.length > 0 && { items: merge(items) }),
		...(objects.length > 0 && { properties: mergeProperties(objects) }),
		...(others.length > 0 && { others: merge(others) })
	};
}

const includesText = (kinds: readonly Kind[]) =>
	kinds.includes('string') || kinds.includes('number');

/** A property that not all of them have may be missing. */
function mergeProperties(objects: readonly Record<string, ValueType>[]): Record<string, ValueType> {
	const names = new Set(objects.flatMap((object) => Object.keys(object)));
	const missing: ValueType = { kinds: ['undefined'] };
	return Object.fromEntries(
		[...names].map((name) => [name, merge(objects.map((object) => object[name] ?? missing))])
	);
}
