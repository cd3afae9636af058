import type { Day } from '#lib/base/day/day.ts';
import type { ProgrammeEvent } from '#lib/programme/programme-event/programme-event.ts';

/** What had begun by a day, and what came after it. */
export function splitEvents<Event extends Pick<ProgrammeEvent, 'startsOn'>>(
	events: readonly Event[],
	day: Day
): { before: Event[]; after: Event[] } {
	return {
		before: events.filter(({ startsOn }) => startsOn <= day),
		after: events.filter(({ startsOn }) => startsOn > day)
	};
}

/** Events under the year in which they begin, in the order given. */
export function byYear<Event extends Pick<ProgrammeEvent, 'startsOn'>>(
	events: readonly Event[]
): { year: string; events: Event[] }[] {
	return [...Map.groupBy(events, ({ startsOn }) => startsOn.slice(0, 4))].map(([year, within]) => ({
		year,
		events: within
	}));
}
