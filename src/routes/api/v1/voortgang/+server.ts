import { toProgressAnswer } from '#lib/figures/progress/answer.ts';
import { parseProgressQuery } from '#lib/figures/progress/api-query.ts';
import { answerQuestion } from '#lib/server/publish/api/answer-question.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { settleFan } from '#lib/server/figures/forecast/find-fan.ts';
import { readProgress } from '#lib/server/figures/progress/read-progress.ts';
import type { RequestHandler } from './$types';

/** The figures of the progress page for any two dates; public. */
export const GET: RequestHandler = (event) =>
	answerQuestion(event, parseProgressQuery, async ({ db, asked, where, ...more }) => {
		const progress = await readProgress(db, where, { ...more, query: asked.query });
		const fan = await settleFan(getForecasts(), progress, more.dataVersion);
		return {
			body: toProgressAnswer(progress, { ...more, fan }),
			state: fan.state,
			partial: fan.state === 'computing'
		};
	});

export const OPTIONS: RequestHandler = preflight;
