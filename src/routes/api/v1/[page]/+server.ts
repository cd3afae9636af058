import { answerPage } from '#lib/server/publish/api/answer-page.ts';
import { findPage } from '#lib/server/publish/api/pages.ts';
import { unknownAddress } from '#lib/server/publish/api/problem.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import type { RequestHandler } from './$types';

/** The figures of a page for any two dates; public. */
export const GET: RequestHandler = (event) => {
	const page = findPage(event.params.page);
	return page ? answerPage(page, event) : unknownAddress();
};

export const OPTIONS: RequestHandler = ({ params }) =>
	findPage(params.page) ? preflight() : unknownAddress();
