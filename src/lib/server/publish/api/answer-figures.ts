import { version } from '$app/environment';
import type { Kysely } from 'kysely';
import type { Notice } from '#lib/base/as-of/as-of.ts';
import type { FigureContext } from '#lib/base/charts/figure.ts';
import { toFiguresAnswer, type NamedFigure } from '#lib/base/charts/figure-answer.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import { problem, refusalOf } from './problem.ts';
import { jsonWithTag, orUnavailable } from './respond.ts';

/** What a page says, for the API: its figures, and what of the address could not be used. */
export interface FiguresOfPage {
	notices: readonly Notice[];
	context: FigureContext;
	figures: readonly NamedFigure[];
	/** They are still being made: the answer is then 503, to be asked for again. */
	busy?: boolean;
}

/** Seconds after which what is being made can be asked for again. */
const RETRY_AFTER = '5';

/**
 * Answers the figures of a page as JSON. Where the page shows the nearest sensible view, the API
 * refuses with 400 and everything that is wrong together.
 */
export function answerFigures(
	{ request, url }: { request: Request; url: URL },
	read: (db: Kysely<DB>, params: URLSearchParams) => Promise<FiguresOfPage>
): Promise<Response> {
	return orUnavailable(async () => {
		const db = getDb();
		const [today, { version: dataVersion }] = await Promise.all([readToday(db), readDataState(db)]);
		const { notices, context, figures, busy } = await read(db, url.searchParams);
		const errors = notices.map((notice) => {
			return { parameter: notice.parameter, value: notice.value, detail: noticeText(notice) };
		});
		const refusal = refusalOf({ errors });
		if (refusal) return refusal;
		if (busy) {
			const detail = 'Dit wordt nog berekend. Vraag het zo opnieuw.';
			return problem(503, 'Nog niet klaar', detail, { headers: { 'Retry-After': RETRY_AFTER } });
		}
		const answer = toFiguresAnswer(figures, { context, dataVersion, origin: url.origin });
		return jsonWithTag(request, answer, `${dataVersion}-${today}-${version}`);
	});
}
