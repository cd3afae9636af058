import { addDays, daysBetween, latestDay, type Day } from '#lib/base/day/day.ts';
import {
	EVENT_KINDS,
	type EventKind,
	type ProgrammeEvent
} from '#lib/programme/programme-event/programme-event.ts';

/** Where something stands across the drawing, in percent of its width. */
export type Percent = number;

/** A moment in a lane, or a period when it has a width. */
export interface DrawnEvent {
	code: string;
	event: ProgrammeEvent;
	at: Percent;
	width: Percent | null;
	/** From 0: what overlaps stands below each other. */
	row: number;
}

export interface Lane {
	kind: EventKind;
	events: DrawnEvent[];
	rows: number;
}

export interface Drawing {
	/** Each year that begins in it, at its first of January. */
	years: { year: string; at: Percent }[];
	lanes: Lane[];
	/** Where the day that was asked for is; null when it is outside. */
	day: Percent | null;
}

/** A moment is drawn about this wide, so that two that are nearer stand below each other. */
const MOMENT_WIDTH: Percent = 1.6;
/** Periods that are shorter are a moment. */
const SHORTEST_PERIOD_DAYS = 32;

/**
 * A drawing of the events: a lane for each kind that occurs, periods as bars. It runs from the quarter of
 * the first day to that of the last, so that nothing stands on its edge. Null without events.
 */
export function drawTimeline(events: readonly ProgrammeEvent[], day: Day): Drawing | null {
	const first = events[0];
	const end = latestDay(events.map(({ startsOn, endsOn }) => endsOn ?? startsOn));
	if (!first || end === null) return null;
	const from = quarterStart(first.startsOn);
	const to = nextQuarter(end);
	const length = daysBetween(from, to);
	const at = (one: Day): Percent => (daysBetween(from, one) / length) * 100;
	const lanes = EVENT_KINDS.flatMap((kind) => {
		const own = events.filter((event) => event.kind === kind);
		return own.length === 0 ? [] : [laneOf(kind, own, at)];
	});
	const years = yearsBetween(from, to).map((year) => ({ year, at: at(`${year}-01-01`) }));
	return { years, lanes, day: day < from || day > to ? null : at(day) };
}

function laneOf(
	kind: EventKind,
	events: readonly ProgrammeEvent[],
	at: (day: Day) => Percent
): Lane {
	/** Up to where each row is taken. */
	const taken: Percent[] = [];
	const drawn = events.map((event) => {
		const { code, startsOn, endsOn } = event;
		const isPeriod = endsOn !== null && daysBetween(startsOn, endsOn) >= SHORTEST_PERIOD_DAYS;
		const start = at(startsOn);
		const width = isPeriod ? at(addDays(endsOn, 1)) - start : null;
		const needed = start + (width ?? MOMENT_WIDTH);
		const free = taken.findIndex((until) => until <= start + 0.001);
		const row = free === -1 ? taken.length : free;
		taken[row] = needed;
		return { code, event, at: start, width, row };
	});
	return { kind, events: drawn, rows: taken.length };
}

const quarterStart = (day: Day): Day => {
	const month = Number(day.slice(5, 7));
	return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
};

/** The first day of the quarter after that of this day. */
const nextQuarter = (day: Day): Day => quarterStart(addDays(quarterStart(day), 100));

/** The years whose first of January is in the period. */
function yearsBetween(from: Day, to: Day): string[] {
	const first = Number(from.slice(0, 4));
	const count = Number(to.slice(0, 4)) - first + 1;
	return Array.from({ length: count }, (_, index) => String(first + index)).filter(
		(year) => `${year}-01-01` >= from && `${year}-01-01` < to
	);
}
