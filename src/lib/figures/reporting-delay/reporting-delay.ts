import { addDays, earliestDay, latestDay, type Day } from '#lib/base/day/day.ts';

/** How many openings were recorded this many days after they happened. */
export interface DelayCount {
	days: number;
	count: number;
}

/** How long it takes before an opening is recorded, in days. */
export interface ReportingDelay {
	/** Openings measured. */
	count: number;
	/** Within so many days half of them had been recorded; null when too few were measured. */
	median: number | null;
	/** Within so many days `USUAL_SHARE` of them had been recorded; null when too few were measured. */
	usual: number | null;
}

/** The share that makes a delay the usual one. */
export const USUAL_SHARE = 0.9;

/** Fewer openings than this say nothing about a delay. */
export const ENOUGH = 5;

/** The openings of so many days are measured together. */
export const MEASURED_DAYS = 365;

/**
 * An opening has to be this many days ago on K to be measured. Of what is newer only the quick
 * reports are there yet, and measuring those would make everybody look quick.
 */
export const SETTLED_DAYS = 90;

/** The days whose openings are measured, both included. */
export interface MeasuredPeriod {
	from: Day;
	to: Day;
}

/**
 * The openings that are measured on (D, K): those of a year, up to D, that are old enough on K.
 * What was open before anything was recorded here (`firstRecordedOn`) could not have been recorded
 * in time and is left out; null when there is nothing to measure.
 */
export function measuredPeriod(
	validOn: Day,
	knownOn: Day,
	firstRecordedOn: Day | null
): MeasuredPeriod | null {
	const to = earliestDay([validOn, addDays(knownOn, -SETTLED_DAYS)]);
	if (to === null || firstRecordedOn === null || firstRecordedOn > to) return null;
	const from = latestDay([addDays(to, 1 - MEASURED_DAYS), firstRecordedOn]);
	return from === null ? null : { from, to };
}

/** The delay of these openings: the smallest days within which the share had been recorded. */
export function reportingDelay(counts: readonly DelayCount[]): ReportingDelay {
	const count = counts.reduce((sum, part) => sum + part.count, 0);
	const enough = count >= ENOUGH;
	return {
		count,
		median: enough ? daysWithin(counts, 0.5) : null,
		usual: enough ? daysWithin(counts, USUAL_SHARE) : null
	};
}

/** The share of these openings that had been recorded `days` days after they happened. */
export function shareWithin(counts: readonly DelayCount[], days: number): number {
	const all = counts.reduce((sum, part) => sum + part.count, 0);
	const within = counts.filter((part) => part.days <= days);
	return all === 0 ? 0 : within.reduce((sum, part) => sum + part.count, 0) / all;
}

function daysWithin(counts: readonly DelayCount[], share: number): number | null {
	const days = counts.map((part) => part.days).toSorted((a, b) => a - b);
	return days.find((one) => shareWithin(counts, one) >= share) ?? null;
}

/**
 * The first day of which, on K, probably not everything has been recorded yet: fewer than `usual`
 * days have passed since.
 */
export function incompleteFrom(knownOn: Day, usual: number): Day {
	return addDays(knownOn, 1 - usual);
}
