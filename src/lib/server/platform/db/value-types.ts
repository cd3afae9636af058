import pg from 'pg';

type Parser = (text: string) => unknown;

/** bigint: refuses what a JavaScript number cannot hold exactly, instead of rounding it. */
function parseBigint(text: string): number {
	const value = Number(text);
	if (!Number.isSafeInteger(value)) throw new RangeError('a bigint is too large for a number');
	return value;
}

/** Arrays of dates and numbers never contain quotes or commas, so splitting is enough. */
function arrayOf(parse: Parser): Parser {
	return (text) =>
		text === '{}'
			? []
			: text
					.slice(1, -1)
					.split(',')
					.map((item) => (item === 'NULL' ? null : parse(item)));
}

const asText: Parser = (text) => text;

/** By type id, from PostgreSQL's pg_type: date, bigint, numeric, arrays of these and of integer. */
const parsers = new Map<number, Parser>([
	[1082, asText],
	[1182, arrayOf(asText)],
	[20, parseBigint],
	[1007, arrayOf(Number)],
	[1016, arrayOf(parseBigint)],
	[1700, Number],
	[1231, arrayOf(Number)]
]);

/**
 * What database values become: `date` a 'YYYY-MM-DD' string, `bigint` a number (throws when it is
 * not safe), `numeric` a number (shares and averages; money is integer cents), `timestamptz` a Date.
 */
export const valueTypes: pg.CustomTypesConfig = {
	getTypeParser(oid, format) {
		const parser = format === 'binary' ? undefined : parsers.get(oid);
		return parser ?? pg.types.getTypeParser(oid, format);
	}
};
