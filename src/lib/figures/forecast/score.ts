import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';
import type { Forecast } from './forecast.ts';

/** How a forecast came out, judged on a later day. */
export interface Score {
	/** The day that the forecast was made for: D = K = this day. */
	day: Day;
	modelVersion: number;
	/** Points that it gave a day for. */
	points: number;
	/** Points whose P85 day had passed on the day of judging: only these can be judged fairly. */
	judged: number;
	/** Of those, open on or before their P85 day. */
	held: number;
	/** Points whose P50 day had passed. */
	timed: number;
	/**
	 * Average of the days from P50 to the opening (negative: it opened earlier); a point that is
	 * not open yet counts for the days until the day of judging. Null without any.
	 */
	meanError: number | null;
	/** Points among the timed that are not open yet. */
	stillWaiting: number;
	/** Libraries whose P85 day of their first opening had passed, and those open by then. */
	firsts: { judged: number; held: number };
	/** Whether everything that could be reached was open on the P85 day of that; null before it. */
	everything: boolean | null;
	/** Open locations half a year later; null when that day has not come, or of a part of the points. */
	halfYear: { day: Day; sure: number; bold: number; real: number } | null;
}

/** What became of points by the day of judging. */
export interface Outcomes {
	/** The day that each point opened, of those that are open. */
	openedOn: ReadonlyMap<number, Day>;
	/** The day of the first opening of each library that has had one. */
	firstOf: ReadonlyMap<number, Day>;
	/** Judge only these; null for all. */
	points: ReadonlySet<number> | null;
}

/** Months after a forecast on which its number of locations is compared. */
const HALF_A_YEAR = 6;

/** Days on which a quarter ended, from `from` on and before `before`. */
export function quarterEnds(from: Day, before: Day): Day[] {
	const ends: Day[] = [];
	for (let year = Number(from.slice(0, 4)); year <= Number(before.slice(0, 4)); year++) {
		for (const monthDay of ['03-31', '06-30', '09-30', '12-31']) {
			const end = `${year}-${monthDay}`;
			if (end >= from && end < before) ends.push(end);
		}
	}
	return ends;
}

/**
 * Judges a forecast on `day` by the openings that are known of its points. A point is judged only
 * once its P85 day has passed, whether it opened or not: judging early openings sooner would
 * flatter the forecast.
 */
export function scoreForecast(
	forecast: Forecast,
	{ openedOn, firstOf, points: chosen }: Outcomes,
	day: Day
): Score {
	const points = forecast.points.filter(({ pointId }) => chosen?.has(pointId) ?? true);
	const judged = points.filter(({ sureOn }) => sureOn !== null && sureOn <= day);
	const held = judged.filter(({ pointId, sureOn }) => {
		const opened = openedOn.get(pointId);
		return opened !== undefined && sureOn !== null && opened <= sureOn;
	});
	const timed = points.flatMap(({ pointId, likelyOn }) =>
		likelyOn !== null && likelyOn <= day ? { likelyOn, opened: openedOn.get(pointId) } : []
	);
	const errors = timed.map(({ likelyOn, opened }) => daysBetween(likelyOn, opened ?? day));
	return {
		day: forecast.day,
		modelVersion: forecast.modelVersion,
		points: points.length,
		judged: judged.length,
		held: held.length,
		timed: timed.length,
		meanError:
			errors.length > 0 ? Math.round(errors.reduce((a, b) => a + b, 0) / errors.length) : null,
		stillWaiting: timed.filter(({ opened }) => opened === undefined).length,
		...firstsOf(forecast, firstOf, chosen ? [] : forecast.libraries, day),
		halfYear: chosen ? null : halfYearOf(forecast, openedOn, day)
	};
}

/** First openings of libraries; of a part of the points it cannot be told whose they are. */
function firstsOf(
	{ country }: Forecast,
	firstOf: ReadonlyMap<number, Day>,
	libraries: Forecast['libraries'],
	day: Day
): Pick<Score, 'firsts' | 'everything'> {
	const expected = libraries.flatMap(({ id, first }) =>
		first ? { id, sureOn: first.sureOn } : []
	);
	const isOpen = (id: number, on: Day) => (firstOf.get(id) ?? addDays(on, 1)) <= on;
	const judged = expected.filter(({ sureOn }) => sureOn !== null && sureOn <= day);
	const held = judged.filter(({ id, sureOn }) => sureOn !== null && isOpen(id, sureOn));
	const last = country.organisations.complete?.sureOn ?? null;
	const canTell = expected.length > 0 && last !== null && last <= day;
	return {
		firsts: { judged: judged.length, held: held.length },
		everything: canTell ? expected.every(({ id }) => isOpen(id, last)) : null
	};
}

/** Counts only the locations that were known when the forecast was made, as the forecast does. */
function halfYearOf(
	{ fan, points, country }: Forecast,
	openedOn: ReadonlyMap<number, Day>,
	day: Day
): Score['halfYear'] {
	const month = fan[HALF_A_YEAR];
	if (!month || month.day > day) return null;
	const opened = points.filter(({ pointId, outsideLibrary }) => {
		return !outsideLibrary && (openedOn.get(pointId) ?? addDays(month.day, 1)) <= month.day;
	});
	const { sure, bold } = month.values.locations;
	return { day: month.day, sure, bold, real: country.locations.now + opened.length };
}

/** Early forecasts had little to learn from; these show how it does now. */
export const RECENT_QUARTERS = 4;
/** From this measured share on a P85 day may be called nearly sure; the aim is 85 of 100. */
const NEARLY_SURE = 0.8;

/** The share of the last quarters in which anything could be judged; null when none could. */
export function recentShare(scores: readonly Score[]): number | null {
	return heldShare(scores.filter(({ judged }) => judged > 0).slice(-RECENT_QUARTERS));
}

/** How often earlier forecasts held, for each thing that is asked. */
export interface Measured {
	/** Locations open on their P85 day, in the last quarters that could be judged. */
	locations: number;
	/**
	 * The same of organisations, whose first location opened by its P85 day; null when none was judged, as
	 * in a part of the country.
	 */
	organisations: number | null;
	/** Quarters of which the P85 day of everything together has passed, and in how many it was open. */
	everything: { judged: number; held: number };
}

function recentFirsts(scores: readonly Score[]): number | null {
	const firsts = scores.map((score) => score.firsts).filter(({ judged }) => judged > 0);
	return heldShare(firsts.slice(-RECENT_QUARTERS));
}

/** What the record says now; null when nothing could be judged. */
export function measuredOf(scores: readonly Score[]): Measured | null {
	const locations = recentShare(scores);
	if (locations === null) return null;
	const last = scores.filter(({ everything }) => everything !== null).slice(-RECENT_QUARTERS);
	return {
		locations,
		organisations: recentFirsts(scores),
		everything: {
			judged: last.length,
			held: last.filter(({ everything }) => everything).length
		}
	};
}

/**
 * Whether the day on which everything is open may be called nearly sure: only when the locations,
 * the organisations and everything together held often enough. What was never measured did not.
 */
export function isNearlySure(measured: Measured | null): boolean {
	if (!measured || measured.everything.judged < RECENT_QUARTERS) return false;
	const { locations, organisations, everything } = measured;
	const shares = [locations, organisations ?? locations, everything.held / everything.judged];
	return shares.every((share) => share >= NEARLY_SURE);
}

/** All judged points together: the share that was open by its P85 day; null when none is judged. */
export function heldShare(scores: readonly Pick<Score, 'judged' | 'held'>[]): number | null {
	const judged = scores.reduce((sum, score) => sum + score.judged, 0);
	return judged > 0 ? scores.reduce((sum, score) => sum + score.held, 0) / judged : null;
}
