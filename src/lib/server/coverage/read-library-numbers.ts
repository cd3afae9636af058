import { sql, type Kysely, type RawBuilder } from 'kysely';
import { daysOf, integersOf, toNumbers } from '#lib/server/db/number-columns.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { COHORTS } from '#lib/view/filters.ts';

/** What can be read of libraries as a column of numbers. */
const COLUMNS = {
	id: integersOf(sql.ref('library.id')),
	/** The digits of the code of its province. */
	province: integersOf(sql`right(library.province_code, 2)::int`),
	/** Its place in `COHORTS`, from 1. */
	cohort: integersOf(
		sql`array_position(${sql.lit(`{${COHORTS.join()}}`)}::text[], library.cohort)`
	),
	activeFrom: daysOf(sql.ref('library.active_from')),
	activeTo: daysOf(sql.ref('library.active_to'))
} satisfies Record<string, RawBuilder<Buffer | null>>;
type LibraryColumn = keyof typeof COLUMNS;

/** The libraries (table `library`) for which `condition` holds, in no order, as columns of numbers. */
export async function readLibraryNumbers<Column extends LibraryColumn>(
	db: Kysely<DB>,
	condition: RawBuilder<boolean>,
	columns: readonly Column[]
): Promise<Record<Column, Int32Array>> {
	const selected = columns.map((name) => sql`${COLUMNS[name]} as ${sql.ref(name)}`);
	const query = sql<Record<Column, Buffer | null>>`
		select ${sql.join(selected)} from library where ${condition}`;
	const row = (await query.execute(db)).rows[0]!;
	return Object.fromEntries(columns.map((name) => [name, toNumbers(row[name])])) as Record<
		Column,
		Int32Array
	>;
}
