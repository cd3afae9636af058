import type { Kysely } from 'kysely';
import type { Questions } from '#lib/figures/question/types.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readView, type ReadView } from '#lib/server/figures/page/read-view.ts';
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

/** Reads what an address of the page about questions or one of its files asks for. */
export async function readQuestionsOf(
	db: Kysely<DB>,
	params: URLSearchParams
): Promise<{ questions: Questions } & Pick<ReadView, 'notices' | 'supportInstitutes'>> {
	const [today, { demoData }] = await Promise.all([readToday(db), readDataState(db)]);
	const { view, notices, supportInstitutes, where } = await readView(db, params, today);
	const questions = await readQuestions(db, where, { view, demoData });
	return { questions, notices, supportInstitutes };
}
