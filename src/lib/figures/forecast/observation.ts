import { daysBetween } from '#lib/base/day/day.ts';
import type { ForecastSituation, Underway } from './situation.ts';
import { aheadClass } from './slip-clock.ts';

/** One look at one point: how it stood then, and how long it has been followed since. */
export interface Observation extends Traits {
	pointId: number;
	libraryId: number;
	/** Days from the look back to the day of the forecast. */
	daysAgo: number;
	/** Days followed: until it opened, or until the day of the forecast. */
	exposure: number;
	opened: boolean;
}

/** What of a point says something about how soon it opens. */
export interface Traits {
	/** Days until the day aimed at; negative when it has passed. */
	ahead: number;
	aheadClass: number;
	/** One level per factor, see `FACTORS`. */
	levels: readonly number[];
}

/** What may speed up or slow down an opening, with its number of levels. */
export const FACTORS = [
	{ name: 'source', levels: 3 },
	{ name: 'replanned', levels: 2 },
	{ name: 'steps', levels: 3 }
] as const;

/** The traits of a point as it stood. */
export function traitsOf(underway: Underway): Traits {
	const ahead = daysBetween(underway.day, underway.targetOn);
	const source = underway.onHold ? 2 : underway.basis === 'forecast' ? 1 : 0;
	const steps = underway.stepsShare < 0.5 ? 0 : underway.stepsShare < 0.85 ? 1 : 2;
	return {
		ahead,
		aheadClass: aheadClass(ahead),
		levels: [source, underway.replanned ? 1 : 0, steps]
	};
}

/** Every earlier look at a point, with what had become of it by the day of the forecast. */
export function observationsOf(situation: ForecastSituation): Observation[] {
	const openedOn = new Map(situation.openings.map((row) => [row.pointId, row.openedOn]));
	const dropped = new Set(situation.dropped);
	return situation.earlier.flatMap((look) => {
		const daysAgo = daysBetween(look.day, situation.day);
		const opening = openedOn.get(look.pointId);
		if (daysAgo <= 0 || (!opening && dropped.has(look.pointId))) return [];
		const until = opening ? daysBetween(look.day, opening) : daysAgo;
		// Recorded late: at the look it was open already, but nobody could know.
		const exposure = Math.max(until, 1);
		const { pointId, libraryId } = look;
		return [{ ...traitsOf(look), pointId, libraryId, daysAgo, exposure, opened: !!opening }];
	});
}
