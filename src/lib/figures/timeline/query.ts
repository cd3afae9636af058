import { asOfParams, lastingDates, type Notice } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { invertChoices, readChoices } from '#lib/base/selection/choices.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import type { View } from '#lib/base/selection/view.ts';
import {
	EVENT_KINDS,
	KIND_SLUGS,
	type EventKind
} from '#lib/programme/programme-event/programme-event.ts';

const KIND = 'soort';
const CHOICES = invertChoices(KIND_SLUGS);

/** Parameters of the timeline, beside those of the view. */
export const TIMELINE_PARAMETERS: readonly Parameter[] = [
	{
		name: KIND,
		takes: Object.values(KIND_SLUGS),
		many: true,
		about: 'Alleen gebeurtenissen van deze soort; zonder deze parameter alle soorten.',
		example: 'besluit'
	}
];

export interface TimelineQuery {
	/** What is shown; empty means everything. */
	kinds: EventKind[];
}

/** Reads `soort`, which may be there more than once. */
export function parseTimeline(params: URLSearchParams, notices: Notice[]): TimelineQuery {
	const asked = readChoices(params, KIND, CHOICES, notices);
	const kinds = EVENT_KINDS.filter((kind) => asked.includes(kind));
	return { kinds: kinds.length === EVENT_KINDS.length ? [] : kinds };
}

/** The shortest parameters that say this. */
export function timelineParams(
	{ asOf }: Pick<View, 'asOf'>,
	{ kinds }: TimelineQuery,
	today: Day
): URLSearchParams {
	const params = asOfParams(asOf, today);
	for (const kind of kinds) params.append(KIND, KIND_SLUGS[kind]);
	return params;
}

/** Parameters that keep saying the same tomorrow: both dates are always there. */
export function lastingTimelineParams(
	view: Pick<View, 'asOf'>,
	query: TimelineQuery,
	today: Day
): URLSearchParams {
	return lastingDates(timelineParams(view, query, today), view.asOf, today);
}
