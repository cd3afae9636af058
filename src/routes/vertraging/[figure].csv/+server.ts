import { error } from '@sveltejs/kit';
import { delayFiles } from '#lib/figures/plan-moves/figure-files.ts';
import { csvResponse, figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readPlanMovesOf } from '#lib/server/figures/plan-moves/read-plan-moves.ts';
import type { RequestHandler } from './$types';
import { viewContext } from '#lib/base/selection/figure-context.ts';

/** All moves of a milestone, and a limit against a country a hundred times as large. */
const LONGEST_FILE = 100_000;

/** Public. The table of one figure of the page about delay, as it is shown; the moves are all there. */
export const GET: RequestHandler = async ({ url, params }) => {
	const file = delayFiles.find(({ name }) => name === params.figure);
	if (!file) error(404);
	const { delay, notices, supportInstitutes } = await readPlanMovesOf(getDb(), url.searchParams, {
		longest: LONGEST_FILE
	});
	const csv = figureCsv({
		...file.of(delay),
		context: viewContext(delay, supportInstitutes),
		url
	});
	const ignored = [...new Set(notices.map(({ parameter }) => parameter))];
	return csvResponse(csv, `ido-${file.name}-${delay.view.asOf.validOn}`, ignored);
};
