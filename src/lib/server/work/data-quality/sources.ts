import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeQuietStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { CheckedSource } from '#lib/work/data-quality/types.ts';
import { addressesOn } from './facts.ts';

/** What the list of sources shows. */
export const SOURCE_VIEWS = ['gaat-niet', 'nooit', 'alle'] as const;
export type SourceView = (typeof SOURCE_VIEWS)[number];

/** The last of what was seen of each address that was not undone. */
const lastChecks = sql`last_check as (
	select distinct on (seen.address) seen.id, seen.address, seen.verdict, seen.recorded_on,
		coalesce(author.name, seen.recorded_for) as author
	from source_check seen left join app_user author on author.id = seen.recorded_by
	where seen.verdict <> 'undone'
		and not exists (select from source_check later where later.undoes_id = seen.id)
	order by seen.address, seen.id desc
)`;

const isOf = (view: SourceView) =>
	({
		'gaat-niet': sql`verdict = 'gone'`,
		nooit: sql`verdict is null`,
		alle: sql`true`
	})[view];

/** Addresses that facts of today were read at: those of one view, a page of them. */
export async function listSources(
	db: Kysely<DB>,
	{ view, page, size }: { view: SourceView; page: number; size: number },
	today: Day
): Promise<CheckedSource[]> {
	const { rows } = await sql<CheckedSource>`
		with ${addressesOn(db, today)}, ${lastChecks}
		select address.address, address.facts, last_check.verdict, last_check.id as check_id,
			last_check.recorded_on as checked_on, last_check.author
		from address left join last_check on last_check.address = address.address
		where ${isOf(view)}
		order by (verdict = 'gone') desc nulls last, last_check.recorded_on nulls first, facts desc, address.address
		limit ${size} offset ${(page - 1) * size}`.execute(db);
	return rows;
}

/** How many addresses each view has. */
export async function countSources(
	db: Kysely<DB>,
	today: Day
): Promise<Record<SourceView, number>> {
	const { rows } = await sql<{ gone: number; never: number; all: number }>`
		with ${addressesOn(db, today)}, ${lastChecks}
		select count(*) filter (where ${isOf('gaat-niet')})::int as gone,
			count(*) filter (where ${isOf('nooit')})::int as never, count(*)::int as all
		from address left join last_check on last_check.address = address.address`.execute(db);
	const { gone, never, all } = rows[0]!;
	return { 'gaat-niet': gone, nooit: never, alle: all };
}

/** Records what somebody saw of an address; false when no fact of today has it as its source. */
export async function checkSource(
	db: Kysely<DB>,
	author: Author,
	address: string,
	verdict: 'works' | 'gone',
	today: Day
): Promise<boolean> {
	// All facts are read for this: not while other writers wait. Sources come with the product, and stay.
	const { rows } = await sql<{ address: string }>`
		with ${addressesOn(db, today)} select address from address where address = ${address}`.execute(db);
	if (rows.length === 0) return false;
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeQuietStamp(trx);
		await insertCheck(trx, author, recordedAt, { address, verdict });
		return true;
	});
}

/** Takes back the last that was seen of an address; false when that was not the last any more. */
export async function undoCheck(db: Kysely<DB>, author: Author, id: number): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeQuietStamp(trx);
		const { rows } = await sql<{ address: string }>`
			with ${lastChecks} select address from last_check where id = ${id}`.execute(trx);
		const [last] = rows;
		if (!last) return false;
		await insertCheck(trx, author, recordedAt, {
			...{ address: last.address, verdict: 'undone', undoesId: id }
		});
		return true;
	});
}

async function insertCheck(
	trx: Kysely<DB>,
	author: Author,
	recordedAt: string,
	row: { address: string; verdict: 'works' | 'gone' | 'undone'; undoesId?: number }
): Promise<void> {
	await trx
		.insertInto('sourceCheck')
		.values({
			...{ ...row, recordedBy: author.id, recordedFor: author.organisation },
			recordedAt: sql<string>`${recordedAt}::timestamptz`
		})
		.execute();
}
