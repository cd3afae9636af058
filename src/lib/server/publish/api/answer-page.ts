import { version } from '$app/environment';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { AnyPage } from './pages.ts';
import { problem } from './problem.ts';
import { refuseQuestion } from './refuse-question.ts';
import { jsonWithTag, orUnavailable } from './respond.ts';

/** Seconds after which what is being made can be asked for again. */
const RETRY_AFTER = '5';

/** Answers the figures of a page as JSON; what is wrong is refused before anything else is read. */
export function answerPage(
	page: AnyPage,
	{ request, url }: { request: Request; url: URL }
): Promise<Response> {
	return orUnavailable(async () => {
		const params = url.searchParams;
		const asked = await page.ask(getDb(), params);
		const refuse = () => refuseQuestion(params, page.parameters, asked.notices);
		const refused = refuse();
		if (refused) return refused;
		const answer = await asked.answer(url.origin);
		const unusable = refuse();
		if (unusable) return unusable;
		if (answer.isBusy) {
			const detail = 'Dit wordt nog berekend. Vraag het zo opnieuw.';
			return problem(503, 'Nog niet klaar', detail, { headers: { 'Retry-After': RETRY_AFTER } });
		}
		const tag = [asked.dataVersion, asked.today, version, answer.state].filter(Boolean).join('-');
		const response = jsonWithTag(request, answer.body, tag);
		if (answer.isPartial) response.headers.set('cache-control', 'no-store');
		return response;
	});
}
