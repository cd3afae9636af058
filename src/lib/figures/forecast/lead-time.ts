import { daysBetween } from '#lib/base/day/day.ts';
import type { ForecastLibrary, ForecastSituation } from './situation.ts';

/** Days after the application at which the chance to open changes. */
const EDGES = [90, 180, 270, 365, 540, 720] as const;
const PRIOR = 2;
const FALLBACK_HAZARD = 1 / 365;

/**
 * Chance per day of a first opening, as a function of the days since the application, measured over
 * all libraries; a library that waits counts for the days it has waited.
 */
export function fitLeadTime(
	situation: ForecastSituation
): (daysSinceApplication: number) => number {
	const events = new Float64Array(EDGES.length + 1);
	const days = new Float64Array(EDGES.length + 1);
	for (const { appliedOn, firstOpenedOn } of situation.libraries) {
		if (!appliedOn) continue;
		const end = Math.max(0, daysBetween(appliedOn, firstOpenedOn ?? situation.day));
		for (let index = 0; index <= EDGES.length; index++) {
			const from = EDGES[index - 1] ?? 0;
			const to = EDGES[index] ?? Number.POSITIVE_INFINITY;
			if (end > from) days[index]! += Math.min(end, to) - from;
			if (firstOpenedOn && end >= from && end < to) events[index]! += 1;
		}
	}
	const total = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
	const whole = total(events) > 0 ? total(events) / total(days) : FALLBACK_HAZARD;
	const hazards = Array.from(
		events,
		(seen, index) => (seen + PRIOR) / (days[index]! + PRIOR / whole)
	);
	return (since) => {
		let index = 0;
		while (index < EDGES.length && since >= EDGES[index]!) index++;
		return hazards[index]!;
	};
}

/** Libraries without a realised point and without a planned one, whose application is known. */
export function librariesByLeadTime(situation: ForecastSituation): ForecastLibrary[] {
	const planned = new Set(situation.candidates.map(({ libraryId }) => libraryId));
	return situation.libraries.filter(
		(library) => !library.open && !planned.has(library.id) && library.appliedOn !== null
	);
}
