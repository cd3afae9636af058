import { addDays, formatDay, formatWeekday, type Day } from '#lib/base/day/day.ts';
import { hoursOn, nextOpening } from '#lib/network/opening-hours/hours-on.ts';
import {
	dayAhead,
	spokenSpells,
	timeText,
	todayText
} from '#lib/network/opening-hours/hours-text.ts';
import { distanceText } from '#lib/network/standing/distance-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { MeantPlace, NearPoint, WhereToGo } from './types.ts';

/** "woensdag 2 februari 2022" */
export function weekdayText(day: Day): string {
	return `${formatWeekday(day, getLocale())} ${formatDay(day, getLocale())}`;
}

/** "Giethoorn (gemeente Steenwijkerland)", or only the name where the municipality has that too. */
export const placeText = ({ name, municipality }: MeantPlace): string =>
	name === municipality ? name : m.where_to_go_place_in({ name, municipality });

/** What to ask for to mean exactly this place. */
export const askFor = ({ name, municipality }: MeantPlace): string =>
	name === municipality ? name : m.where_to_go_ask_in({ name, municipality });

/** "Markt 1 in Venlo", or only the town. */
export const addressText = ({ address, town }: Pick<NearPoint, 'address' | 'town'>): string =>
	address ? m.where_to_go_address_in({ address, town }) : m.where_to_go_only_town({ town });

/** Whether a point is open on the day, from when to when, and if not when again. */
export function hoursText(
	{ state, schedule }: Pick<NearPoint, 'state' | 'schedule'>,
	{ day, today, minute }: { day: Day; today: Day; minute?: number | undefined }
): string {
	if (state === 'temporarily_closed') return m.where_to_go_temporarily_closed();
	if (state === 'online_only') return m.where_to_go_online_only();
	const locale = getLocale();
	const hours = hoursOn(schedule, day);
	if (!hours) return m.where_to_go_hours_unknown();
	const said = day === today ? todayText(schedule, day, locale, minute) : null;
	if (said !== null) return said;
	const why = hours.exception?.name;
	const on = weekdayText(day);
	if (hours.spells.length > 0) {
		const spells = spokenSpells(hours.spells, locale);
		if (day < today) return m.where_to_go_hours_past({ day: on, spells });
		return why
			? m.where_to_go_hours_on_because({ day: on, spells, why })
			: m.where_to_go_hours_on({ day: on, spells });
	}
	const shut = why
		? m.where_to_go_shut_on_because({ day: on, why })
		: m.where_to_go_shut_on({ day: on });
	const next = day < today ? null : nextOpening(schedule, addDays(day, 1), -1);
	if (!next) return shut;
	// "Tomorrow" would be said of another day than today.
	const again =
		next.day === addDays(day, 1) ? weekdayText(next.day) : dayAhead(next.day, day, locale);
	const spells = spokenSpells(next.spells, locale);
	return `${shut} ${m.opening_hours_next_day({ day: again, spells })}`;
}

/**
 * Where to go first: the nearest of what is told, or once that has closed for the day the nearest that
 * is sure to be open yet; `isOver` when there is none. Nobody is sent to unknown hours in the evening.
 */
export function firstToGo(
	points: readonly NearPoint[],
	today: Day,
	minute?: number
): { first: NearPoint; isOver: boolean } | null {
	const [nearest] = points;
	if (!nearest) return null;
	if (!isOverFor(nearest, today, minute)) return { first: nearest, isOver: false };
	const open = points.find((point) => point.state === 'open' && !isOverFor(point, today, minute));
	return { first: open ?? nearest, isOver: open === undefined };
}

/** Its hours of today are behind us at this minute; never without a minute, or without known hours. */
export function isOverFor(
	{ state, schedule }: Pick<NearPoint, 'state' | 'schedule'>,
	today: Day,
	minute?: number
): boolean {
	if (state !== 'open' || minute === undefined) return false;
	const spells = hoursOn(schedule, today)?.spells ?? [];
	return spells.every(([, to]) => to <= minute);
}

/** The minute at which its last hours of the day end; null when these are not known. */
const closingOf = ({ state, schedule }: NearPoint, day: Day): number | null =>
	state === 'open' ? (hoursOn(schedule, day)?.spells.at(-1)?.[1] ?? null) : null;

/**
 * Until when the point is open today, and which one is open after that: true at every hour, as a page
 * without scripts has to be that was made in the morning and is read in the evening.
 */
function untilText(first: NearPoint, points: readonly NearPoint[], today: Day): string {
	const locale = getLocale();
	const closing = closingOf(first, today);
	if (closing === null) return '';
	const later = points.find((point) => (closingOf(point, today) ?? 0) > closing);
	const until = ` ${m.where_to_go_until({ to: timeText(closing, locale) })}`;
	if (!later) return until;
	const { name, km } = later;
	const to = timeText(closingOf(later, today) ?? closing, locale);
	return `${until} ${m.where_to_go_after({ name, distance: distanceText(km), to })}`;
}

/** What of an answer its sentences are about. */
export type ToldPoints = Pick<WhereToGo, 'points' | 'today'> & {
	view: { asOf: Pick<AsOf, 'validOn'> };
};

/**
 * Which point is nearest, in sentences of their own; null when no place was found. The minute is that of
 * today, when it is known: nobody is sent to a door that has closed for the day.
 */
export function answerSentence(
	{ found, ...told }: ToldPoints & { found: { place: Pick<MeantPlace, 'name'> | null } },
	minute?: number
): string | null {
	if (!found.place) return null;
	const { points, view, today } = told;
	const { validOn } = view.asOf;
	const place = found.place.name;
	const when =
		validOn === today ? m.where_to_go_today() : m.where_to_go_on_day({ day: weekdayText(validOn) });
	const chosen = firstToGo(points, today, minute);
	if (!chosen) {
		return validOn < today
			? m.where_to_go_none_past({ place, when })
			: m.where_to_go_none({ place, when });
	}
	const { first, isOver } = chosen;
	const inputs = { place, when, name: first.name, distance: distanceText(first.km) };
	if (isOver) {
		const hours = hoursText(first, { day: validOn, today, minute });
		return `${m.where_to_go_nearest_over(inputs)} ${hours}`;
	}
	const nearest = points[0]!;
	if (nearest !== first) {
		const nearer = { name: nearest.name, distance: distanceText(nearest.km) };
		return `${m.where_to_go_nearest_still(inputs)} ${m.where_to_go_nearer_over(nearer)}`;
	}
	if (first.state === 'hours_unknown') return m.where_to_go_nearest_unsure(inputs);
	if (validOn < today) return m.where_to_go_nearest_past(inputs);
	const until = validOn === today ? untilText(first, points, today) : '';
	return `${m.where_to_go_nearest(inputs)}${until}`;
}

/**
 * What to read out to somebody on the phone; null where there is nowhere to go any more. The minute is
 * that of today, when it is known.
 */
export function phoneSentence({ points, view, today }: ToldPoints, minute?: number): string | null {
	const day = view.asOf.validOn;
	const first = firstToGo(points, today, minute)?.first;
	if (!first || day < today) return null;
	return m.where_to_go_phone({
		name: first.name,
		address: addressText(first),
		hours: hoursText(first, { day, today, minute })
	});
}
