import { toCoverageAnswer } from '#lib/figures/coverage/coverage-answer.ts';
import { openError, parseCoverageQuery } from '#lib/figures/coverage/coverage-api-query.ts';
import { answerQuestion } from '#lib/server/publish/api/answer-question.ts';
import { refusalOf } from '#lib/server/publish/api/problem.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { readCoverage } from '#lib/server/figures/coverage/read-coverage.ts';
import type { RequestHandler } from './$types';

/** The figures of the coverage page for any two dates, also as a what-if; public. */
export const GET: RequestHandler = (event) =>
	answerQuestion(event, parseCoverageQuery, async ({ db, asked, where, ...more }) => {
		const { query } = asked;
		const { coverage, ignored } = await readCoverage(db, where, { ...more, query });
		const unusable = refusalOf({ errors: ignored.map(openError) });
		return unusable ?? { body: toCoverageAnswer(coverage, more) };
	});

export const OPTIONS: RequestHandler = preflight;
