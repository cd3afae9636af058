import ical, {
	ICalCalendarMethod,
	ICalEventBusyStatus,
	ICalEventStatus,
	ICalEventTransparency
} from 'ical-generator';
import type { Day } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import { link } from '#lib/base/i18n/link.ts';
import { fitXml } from '#lib/publish/feed/fit-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { CalendarOpening } from './list-openings.ts';

export interface CalendarParts {
	/** "Openingen in Limburg" */
	name: string;
	openings: readonly CalendarOpening[];
	demoData: boolean;
	/** The address that was asked for. */
	url: URL;
}

/** Clients may ask again after so many seconds: a plan seldom changes twice a day. */
const ASK_AGAIN = 6 * 3600;

const STATUS: Record<CalendarOpening['state'], ICalEventStatus> = {
	planned: ICalEventStatus.TENTATIVE,
	paused: ICalEventStatus.TENTATIVE,
	opened: ICalEventStatus.CONFIRMED,
	cancelled: ICalEventStatus.CANCELLED
};

/**
 * Openings as a calendar (RFC 5545): one event of whole days for each point, always under the same name,
 * made of the ledger alone, so that the same data give the same bytes.
 */
export function makeCalendar({ name, openings, demoData, url }: CalendarParts): string {
	const calendar = ical({
		name,
		description: demoData
			? `${m.feed_calendar_about()} ${m.chart_demo()}`
			: m.feed_calendar_about(),
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: 'KB', product: 'Rolloutmonitor', language: getLocale().toUpperCase() },
		ttl: ASK_AGAIN,
		url: url.href
	});
	for (const opening of openings) {
		const { id, state, from, until, sequence, createdAt, changedAt } = opening;
		const moment = new Date(changedAt);
		calendar.createEvent({
			id: `opening-${id}@${url.hostname}`,
			start: midnight(from),
			end: midnight(until),
			allDay: true,
			timezone: 'UTC',
			sequence,
			status: STATUS[state],
			stamp: moment,
			lastModified: moment,
			created: new Date(createdAt),
			summary: fitXml(summaryOf(opening)),
			description: fitXml(descriptionOf(opening, demoData)),
			location: fitXml(placeOf(opening)),
			url: new URL(link(`/informatiepunten/${id}`), url).href,
			// Nobody is busy because of it.
			transparency: ICalEventTransparency.TRANSPARENT,
			busystatus: ICalEventBusyStatus.FREE
		});
	}
	return calendar.toString();
}

const midnight = (day: Day) => new Date(`${day}T00:00:00Z`);

const SUMMARIES = {
	planned: m.feed_summary_planned,
	paused: m.feed_summary_paused,
	opened: m.feed_summary_opened,
	cancelled: m.feed_summary_cancelled
};

const summaryOf = ({ state, name }: CalendarOpening) => SUMMARIES[state]({ name });

function descriptionOf(opening: CalendarOpening, demoData: boolean): string {
	const { state, from, precision, library, municipality } = opening;
	const on = formatPreciseDay(from, precision, getLocale());
	const said = {
		planned: m.feed_said_planned,
		paused: m.feed_said_paused,
		opened: m.feed_said_opened
	};
	return [
		state === 'cancelled' ? m.feed_said_cancelled({ on }) : said[state]({ on }),
		...(precision === 'day' ? [] : [m.feed_said_not_precise()]),
		m.feed_said_where({ library, municipality }),
		...(demoData ? [m.chart_demo()] : [])
	].join('\n');
}

function placeOf({ address, postcode, town, name }: CalendarOpening): string {
	return [address ?? name, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
