import type { Kysely } from 'kysely';
import type { Questions } from '#lib/figures/question/types.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { listPublishedQuestions, listQuarterQuestions } from './queries.ts';

/** The figures about questions on (D, K). Filters by status do not apply; published ones are of the whole country. */
export async function readQuestions(
	db: Kysely<DB>,
	given: Where,
	{ view, demoData }: Pick<Questions, 'view' | 'demoData'>
): Promise<Questions> {
	const where = { ...given, filters: { ...given.filters, statuses: [] } };
	const [quarters, published] = await Promise.all([
		listQuarterQuestions(db, where),
		isUnfiltered(where.filters) ? listPublishedQuestions(db, where) : []
	]);
	return { view, demoData, today: where.today, quarters, published };
}
