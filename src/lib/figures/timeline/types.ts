import type { Day } from '#lib/base/day/day.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { ProgrammeEvent } from '#lib/programme/programme-event/programme-event.ts';
import type { TimelineQuery } from './query.ts';

/** The timeline of the programme, as known on K. */
export interface Timeline {
	view: View;
	today: Day;
	query: TimelineQuery;
	/** Of the kinds that were asked for, in the order of their days. */
	events: ProgrammeEvent[];
	/** The phases in which the day is, whatever kinds were asked for; null when no phase is known at all. */
	phases: ProgrammeEvent[] | null;
}
