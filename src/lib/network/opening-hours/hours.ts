import type { Day } from '#lib/base/day/day.ts';

/** From and to, in minutes since midnight in Amsterdam. */
export type Spell = readonly [from: number, to: number];

/** The spells of a day, one after the other; none when it is closed. */
export type Spells = readonly Spell[];

/** How one is received: by walking in, at a consultation hour, or by appointment. */
export const HOURS_KINDS = ['inloop', 'spreekuur', 'op_afspraak'] as const;
export type HoursKind = (typeof HOURS_KINDS)[number];

export interface WeekHours {
	/** Seven days, Monday first. */
	days: readonly Spells[];
	kind: HoursKind | null;
}

/** Hours of every week from a day on; null when they are not known from then on. */
export interface DatedWeek {
	validFrom: Day;
	week: WeekHours | null;
}

/** Other hours on some days, such as at Christmas; `until` is the last of them. */
export interface HoursException {
	id: number;
	from: Day;
	until: Day;
	name: string;
	spells: Spells;
}

/** What is known of when a point is open. Of two that say something of a day the later one counts. */
export interface OpeningSchedule {
	weeks: readonly DatedWeek[];
	exceptions: readonly HoursException[];
}

export const MINUTES_PER_DAY = 1440;
