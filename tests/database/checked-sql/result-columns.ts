import { kindOf, type ResultColumn } from './compare-rows.ts';
import type { Kind } from './value-type.ts';

/**
 * A text of each type, by its number in PostgreSQL's pg_type: what the driver makes of it tells what
 * values of the type become. JSON is not here, because only its values tell.
 */
const EXAMPLES = new Map<number, string>([
	[16, 't'],
	[17, '\\x00'],
	...[18, 19, 25, 1042, 1043].map((text) => [text, 'a'] as const),
	...[20, 21, 23, 26, 700, 701, 1700].map((number) => [number, '1'] as const),
	[1082, '2021-01-01'],
	[1114, '2021-01-01 00:00:00'],
	[1184, '2021-01-01 00:00:00+00'],
	[2950, '00000000-0000-0000-0000-000000000000'],
	[1000, '{t}'],
	...[1002, 1009, 1014, 1015].map((texts) => [texts, '{a}'] as const),
	...[1005, 1007, 1016, 1021, 1022, 1231].map((numbers) => [numbers, '{1}'] as const),
	[1182, '{2021-01-01}'],
	[1185, '{"2021-01-01 00:00:00+00"}']
]);

/** A column of a result, as the driver tells it. */
export interface Field {
	name: string;
	dataTypeID: number;
}

export type Parse = (type: number, text: string) => unknown;

export function toColumn({ dataTypeID: type }: Field, name: string, parse: Parse): ResultColumn {
	const example = EXAMPLES.get(type);
	if (example === undefined) return { name, kind: 'unknown' };
	const value = parse(type, example);
	const kind: Kind = kindOf(value);
	return Array.isArray(value) ? { name, kind, items: kindOf(value[0]) } : { name, kind };
}
