import type { Day } from '#lib/base/day/day.ts';
import type { ProgrammeEvent } from './types.ts';

/** Kinds that the time axis shows: openings, campaign, subsidy dates; lockdowns are periods. */
const MOMENTS = ['opening', 'campaign', 'subsidy'];

export interface ShownEvents {
	/** Numbered in order of day. */
	moments: (ProgrammeEvent & { sign: string })[];
	periods: (ProgrammeEvent & { endsOn: Day })[];
}

/** The events that the curve shows, in order. */
export function shownEvents(events: readonly ProgrammeEvent[]): ShownEvents {
	return {
		moments: events
			.filter(({ kind }) => MOMENTS.includes(kind))
			.map((event, index) => ({ ...event, sign: String(index + 1) })),
		periods: events.flatMap((event) =>
			event.kind === 'lockdown' && event.endsOn !== null ? [{ ...event, endsOn: event.endsOn }] : []
		)
	};
}
