import { delayFiles } from '#lib/figures/plan-moves/figure-files.ts';
import { answerFigures } from '#lib/server/publish/api/answer-figures.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { readPlanMovesOf } from '#lib/server/figures/plan-moves/read-plan-moves.ts';
import type { RequestHandler } from './$types';
import { viewContext } from '#lib/base/selection/figure-context.ts';

/** Public. Where time goes, for any two dates; of the moves the largest ones, all are in the CSV. */
export const GET: RequestHandler = (event) =>
	answerFigures(event, async (db, params) => {
		const { delay, notices, supportInstitutes } = await readPlanMovesOf(db, params);
		return {
			notices,
			context: viewContext(delay, supportInstitutes),
			figures: delayFiles.map(({ name, of }) => ({ name, ...of(delay) }))
		};
	});

export const OPTIONS: RequestHandler = preflight;
