import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';
import type { MilestoneLine } from './line.ts';

/** The days that a timeline shows, both included. */
export interface TimelineRange {
	from: Day;
	to: Day;
}

/** Width of the drawing in its own units; the height of a row is up to the component. */
export const TIMELINE_WIDTH = 300;
/** Room at both ends, so that a mark on the first or the last day is whole. */
const MARGIN = 10;
/** A shorter story is shown in this many days, else a single day would fill the line. */
const SHORTEST_DAYS = 180;

/** The days around everything in these lines and `day` itself, rounded to whole months. */
export function timelineRange(
	lines: readonly Pick<MilestoneLine, 'firstPlanOn' | 'planOn' | 'forecastOn' | 'statusOn'>[],
	day: Day
): TimelineRange {
	const days = lines
		.flatMap((line) => [line.firstPlanOn, line.planOn, line.forecastOn, line.statusOn])
		.filter((on) => on !== null)
		.concat(day)
		.sort();
	const from = monthStart(days[0] ?? day);
	const last = monthStart(addDays(monthStart(days.at(-1) ?? day), 31));
	const shortest = addDays(from, SHORTEST_DAYS);
	return { from, to: last > shortest ? last : monthStart(addDays(shortest, 30)) };
}

/** Where a day stands on the line, in units; days outside the range stand at its ends. */
export function timelineX(range: TimelineRange, day: Day): number {
	const inside = day < range.from ? range.from : day > range.to ? range.to : day;
	const share = daysBetween(range.from, inside) / daysBetween(range.from, range.to);
	return Math.round((MARGIN + share * (TIMELINE_WIDTH - 2 * MARGIN)) * 10) / 10;
}

/** The first days of the years in the range, or of its quarters when it is short. */
export function timelineTicks(range: TimelineRange): Day[] {
	const months = daysBetween(range.from, range.to) > 550 ? [1] : [1, 4, 7, 10];
	const ticks: Day[] = [];
	for (let year = Number(range.from.slice(0, 4)); year <= Number(range.to.slice(0, 4)); year++) {
		for (const month of months) {
			const tick = `${year}-${String(month).padStart(2, '0')}-01`;
			if (tick >= range.from && tick <= range.to) ticks.push(tick);
		}
	}
	return ticks;
}

function monthStart(day: Day): Day {
	return `${day.slice(0, 7)}-01`;
}
