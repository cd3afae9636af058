import { parseHeadlineQuery } from '#lib/network/standing/headline-query.ts';
import { toReportingDelayAnswer } from '#lib/figures/reporting-delay/answer.ts';
import { answerQuestion } from '#lib/server/publish/api/answer-question.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { readReportingDelays } from '#lib/server/figures/reporting-delay/read-reporting-delay.ts';
import type { RequestHandler } from './$types';

/** The reporting delay for any two dates; public. */
export const GET: RequestHandler = (event) =>
	answerQuestion(event, parseHeadlineQuery, async ({ db, where, ...more }) => ({
		body: toReportingDelayAnswer(await readReportingDelays(db, where, more), more)
	}));

export const OPTIONS: RequestHandler = preflight;
