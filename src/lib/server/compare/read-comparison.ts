import type { Kysely } from 'kysely';
import { parseCompare } from '#lib/compare/query.ts';
import type { Comparison } from '#lib/compare/types.ts';
import { readToday } from '#lib/server/clock.ts';
import { readHeadline } from '#lib/server/coverage/read-headline.ts';
import { readDataState } from '#lib/server/data-version.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { readView, type ReadView } from '#lib/server/view/read-view.ts';
import { listChangedPoints } from './queries.ts';

export interface ReadComparison extends Pick<ReadView, 'notices' | 'supportInstitutes'> {
	comparison: Comparison;
}

/** Reads the two situations that an address names, and what changed between them. */
export async function readComparisonOf(
	db: Kysely<DB>,
	params: URLSearchParams
): Promise<ReadComparison> {
	const [today, { demoData }] = await Promise.all([readToday(db), readDataState(db)]);
	const { view, notices, supportInstitutes, where } = await readView(db, params, today);
	const asOf = parseCompare(params, view, today, notices);
	const after = { ...where, filters: { ...where.filters, statuses: [] } };
	const before = { ...after, asOf };
	const [one, other, points] = await Promise.all([
		readHeadline(db, before),
		readHeadline(db, after),
		listChangedPoints(db, before, after)
	]);
	const headlines = { before: one, after: other };
	return {
		comparison: { view, before: asOf, today, demoData, headlines, points },
		notices,
		supportInstitutes
	};
}
