import { sql, type RawBuilder } from 'kysely';

/**
 * Very many whole numbers or days at once: all values of a column as the four bytes that PostgreSQL
 * sends for each, in the order of the rows. Reading them one by one as text takes fifty times as
 * long. Columns of one query keep each other's order.
 */
export const integersOf = (value: RawBuilder<number>): RawBuilder<Buffer | null> =>
	sql`string_agg(int4send(${value}), ''::bytea)`;

/** Days as day numbers (#lib/base/day/day-number.ts): no day is sent as `infinity`. */
export const daysOf = (value: RawBuilder<unknown>): RawBuilder<Buffer | null> =>
	sql`string_agg(date_send(coalesce(${value}, 'infinity')), ''::bytea)`;

/** The numbers of such a column; null, what it is without rows, is none. */
export function toNumbers(bytes: Buffer | null): Int32Array {
	if (bytes === null) return new Int32Array(0);
	// A copy, because four bytes have to begin at a multiple of four.
	const copy = Uint8Array.from(bytes);
	Buffer.from(copy.buffer).swap32();
	return new Int32Array(copy.buffer);
}

/** What each column is made of. */
export type ColumnValues<Column extends string> = Record<Column, RawBuilder<Buffer | null>>;

/** These columns, as a list of a query. */
export const selectColumns = <Column extends string>(
	names: readonly Column[],
	values: ColumnValues<Column>
): RawBuilder<unknown> => sql.join(names.map((name) => sql`${values[name]} as ${sql.ref(name)}`));
