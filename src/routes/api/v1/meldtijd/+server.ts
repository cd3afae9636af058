import { parseStandQuery } from '#lib/network/standing/stand-query.ts';
import { toLateAnswer } from '#lib/figures/late/answer.ts';
import { answerQuestion } from '#lib/server/publish/api/answer-question.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { readLate } from '#lib/server/figures/late/read-late.ts';
import type { RequestHandler } from './$types';

/** The reporting delay for any two dates; public. */
export const GET: RequestHandler = (event) =>
	answerQuestion(event, parseStandQuery, async ({ db, where, ...more }) => ({
		body: toLateAnswer(await readLate(db, where, more), more)
	}));

export const OPTIONS: RequestHandler = preflight;
