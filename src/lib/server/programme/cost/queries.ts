import type { Kysely } from 'kysely';
import {
	noAmounts,
	type CostCategory,
	type CostKind,
	type YearCosts
} from '#lib/programme/cost/cost.ts';
import type { CostEntry } from '#lib/programme/cost/release.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What is known of the costs of a library in a year. */
export interface LibraryCosts {
	costs: YearCosts;
	/** The id of the last row of the year, which a form is based on; 0 without any. */
	basedOn: number;
}

/** The last that was said of each amount of a library in a year. */
export async function readLibraryCosts(
	db: Kysely<DB>,
	libraryId: number,
	year: number
): Promise<LibraryCosts> {
	const rows = await db
		.selectFrom('costEntry')
		.select(['id', 'kind', 'category', 'amountCents'])
		.where('libraryId', '=', libraryId)
		.where('year', '=', year)
		.orderBy('id')
		.execute();
	const costs = { begroot: noAmounts(), werkelijk: noAmounts() };
	for (const row of rows) {
		costs[row.kind as CostKind][row.category as CostCategory] = row.amountCents;
	}
	return { costs, basedOn: rows.at(-1)?.id ?? 0 };
}

/** A row with who recorded it. */
export interface RecordedCost {
	id: number;
	year: number;
	kind: CostKind;
	category: CostCategory;
	amountCents: number | null;
	recordedAt: Date;
	/** The author by name, or her organisation when the account is gone. */
	author: string;
}

const ENTRIES_SHOWN = 60;

/** What was recorded of the costs of a library, the last first. */
export async function listLibraryCosts(db: Kysely<DB>, libraryId: number): Promise<RecordedCost[]> {
	const rows = await db
		.selectFrom('costEntry as entry')
		.leftJoin('appUser as author', 'author.id', 'entry.recordedBy')
		.select(['entry.id', 'year', 'kind', 'category', 'amountCents', 'recordedAt'])
		.select(({ fn }) => fn.coalesce('author.name', 'entry.recordedFor').as('author'))
		.where('libraryId', '=', libraryId)
		.orderBy('entry.id', 'desc')
		.limit(ENTRIES_SHOWN)
		.execute();
	return rows.map(({ kind, category, ...row }) => ({
		...{ ...row, kind: kind as CostKind, category: category as CostCategory }
	}));
}

/** Every row of every library, in the order of recording. Never shown as it is: see `release.ts`. */
export async function listCostEntries(db: Kysely<DB>): Promise<CostEntry[]> {
	const rows = await db
		.selectFrom('costEntry')
		.select(['libraryId', 'year', 'kind', 'category', 'amountCents', 'recordedAt', 'recordedOn'])
		.orderBy('id')
		.execute();
	return rows.map(({ kind, category, ...row }) => ({
		...{ ...row, kind: kind as CostKind, category: category as CostCategory }
	}));
}
