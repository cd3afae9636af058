import { parseHeadlineQuery } from '#lib/network/standing/headline-query.ts';
import { toQuestionAnswer } from '#lib/figures/question/answer.ts';
import { answerQuestion } from '#lib/server/publish/api/answer-question.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { readQuestions } from '#lib/server/figures/question/read-questions.ts';
import type { RequestHandler } from './$types';

/** The numbers of questions for any two dates; public. */
export const GET: RequestHandler = (event) =>
	answerQuestion(event, parseHeadlineQuery, async ({ db, where, ...more }) => ({
		body: toQuestionAnswer(await readQuestions(db, where, more), more)
	}));

export const OPTIONS: RequestHandler = preflight;
