import type { Kysely } from 'kysely';
import { parseProgress } from '#lib/figures/progress/query.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { readProgress } from '#lib/server/figures/progress/read-progress.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What the progress page reads for an address, without the fan: that is made by a process. */
export async function progressOf(db: Kysely<DB>, params: URLSearchParams) {
	const question = await readQuestion(db, params);
	const { view, where, notices, demoData, today } = question;
	const query = parseProgress(params, view, notices, today);
	return { ...question, progress: await readProgress(db, where, { view, query, demoData }) };
}
