import { error } from '@sveltejs/kit';
import { questionFiles } from '#lib/figures/question/figures.ts';
import { csvResponse, figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readQuestionsOf } from '#lib/server/figures/question/read-questions.ts';
import type { RequestHandler } from './$types';
import { viewContext } from '#lib/base/selection/figure-context.ts';

/** Public. The table of one figure of the page about questions, as it is shown. */
export const GET: RequestHandler = async ({ url, params }) => {
	const file = questionFiles.find(({ name }) => name === params.figure);
	if (!file) error(404);
	const { questions, notices, supportInstitutes } = await readQuestionsOf(
		getDb(),
		url.searchParams
	);
	const csv = figureCsv({
		...file.of(questions),
		context: viewContext(questions, supportInstitutes),
		url
	});
	const ignored = [...new Set(notices.map(({ parameter }) => parameter))];
	return csvResponse(csv, `ido-vragen-${file.name}-${questions.view.asOf.validOn}`, ignored);
};
