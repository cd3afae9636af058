import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { m } from '#lib/paraglide/messages.js';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { listOpenings } from './list-openings.ts';
import { makeCalendar } from './make-calendar.ts';
import { placeName } from './place-name.ts';
import { respondFeed } from './respond-feed.ts';

/** The openings of the place that an address asks for (`?provincie=`, `?poi=`), as a calendar of now. */
export async function serveCalendar({ request, url }: { request: Request; url: URL }) {
	const db = getDb();
	const { view, today, dataVersion, demoData, supportInstitutes } = await readQuestion(
		db,
		url.searchParams
	);
	const { province, supportInstitute } = view.filters;
	const place = placeName({ province, supportInstitute }, supportInstitutes);
	const openings = await listOpenings(db, { ...NO_FILTERS, province, supportInstitute }, today);
	const name = place ? m.feed_calendar_place({ place }) : m.feed_calendar_country();
	const body = makeCalendar({ name, openings, demoData, url });
	return respondFeed(request, { body, type: 'text/calendar; charset=utf-8', dataVersion, today });
}
