import { sql, type Kysely } from 'kysely';
import {
	COST_CATEGORIES,
	COST_KINDS,
	costYears,
	type YearCosts
} from '#lib/programme/cost/cost.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readLibraryCosts, type LibraryCosts } from './queries.ts';

export type CostOutcome =
	| { outcome: 'recorded'; amounts: number }
	| { outcome: 'unchanged' }
	/** Somebody recorded in between: what stands there now. */
	| { outcome: 'conflict'; now: LibraryCosts }
	/** Nothing can be said of this year yet, or any more. */
	| { outcome: 'no_year' };

export interface CostWrite {
	libraryId: number;
	year: number;
	costs: YearCosts;
	/** The last row of the year that its author had before her; 0 for none. */
	basedOn: number;
}

/**
 * Records the costs of a library in a year: a row for each amount that is another than before; an amount
 * that was emptied is taken back. The same form sent twice records once.
 */
export async function recordCosts(
	db: Kysely<DB>,
	author: Author,
	{ libraryId, year, costs, basedOn }: CostWrite,
	today: string
): Promise<CostOutcome> {
	if (!costYears(today).includes(year)) return { outcome: 'no_year' };
	return db.transaction().execute(async (trx): Promise<CostOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const now = await readLibraryCosts(trx, libraryId, year);
		const rows = COST_KINDS.flatMap((kind) =>
			COST_CATEGORIES.filter((category) => costs[kind][category] !== now.costs[kind][category]).map(
				(category) => ({
					...{ libraryId, year, kind, category, amountCents: costs[kind][category] },
					...{ recordedBy: author.id, recordedFor: author.organisation },
					recordedAt: sql<string>`${recordedAt}::timestamptz`
				})
			)
		);
		if (rows.length === 0) return { outcome: 'unchanged' };
		if (now.basedOn !== basedOn) return { outcome: 'conflict', now };
		await trx.insertInto('costEntry').values(rows).execute();
		return { outcome: 'recorded', amounts: rows.length };
	});
}
