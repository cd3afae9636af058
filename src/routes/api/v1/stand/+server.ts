import { toStandAnswer } from '#lib/standing/stand-answer.ts';
import { parseStandQuery } from '#lib/standing/stand-query.ts';
import { answerQuestion } from '#lib/server/api/answer-question.ts';
import { preflight } from '#lib/server/api/respond.ts';
import { readHeadline } from '#lib/server/standing/read-headline.ts';
import { readSelection } from '#lib/server/standing/read-selection.ts';
import type { RequestHandler } from './$types';

/** The headline figures for any two dates; public. */
export const GET: RequestHandler = (event) =>
	answerQuestion(event, parseStandQuery, async ({ db, where, selected, ...more }) => {
		const [headline, selection] = await Promise.all([
			readHeadline(db, where),
			readSelection(db, selected)
		]);
		return { body: toStandAnswer({ ...where, ...more, headline, selection }) };
	});

export const OPTIONS: RequestHandler = preflight;
