import type { Day } from '#lib/base/day/day.ts';

/** What an event says. The lane it writes to follows from it (see `lanesOf`). */
export const EVENT_KINDS = [
	/** A plan was made: on `effectiveOn` the aim became `targetOn`. */
	'planned',
	'plan_withdrawn',
	/** The adviser expects `targetOn`, whatever the plan says. */
	'forecast',
	'forecast_withdrawn',
	/** Reached on `effectiveOn`. */
	'achieved',
	'not_applicable',
	'on_hold',
	'resumed',
	/** The four below are said of an information point's operation, not of a milestone. */
	'online_only',
	'temporarily_closed',
	'reopened',
	'permanently_closed',
	/** "Still right": somebody looked and changed nothing. */
	'confirmed',
	/** Says only that the corrected event does not count. */
	'undone'
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const LANES = ['first_plan', 'plan', 'forecast', 'status', 'confirmation'] as const;
export type Lane = (typeof LANES)[number];

/** How exactly `effectiveOn` is known; "in 2021" is stored as a day within 2021 with precision year. */
export type DatePrecision = 'day' | 'month' | 'year';
export type OpeningForm = 'volledig' | 'kleinschalig';

/**
 * The part of a ledger row that decides what is true. `effectiveOn` is the day from which it holds:
 * the day something was achieved, or the day a plan was made. `targetOn` is the day aimed at; of a
 * temporary closure the day on which it is expected to end.
 */
export interface LedgerEvent {
	id: number;
	kind: EventKind;
	effectiveOn: Day;
	targetOn: Day | null;
	/** UTC moment, ISO 8601 with microseconds at most; sorts as text. */
	recordedAt: string;
	/** The day of `recordedAt` in Europe/Amsterdam. */
	recordedOn: Day;
	correctsEventId: number | null;
}

const LANES_OF_KIND: Record<EventKind, readonly Lane[]> = {
	planned: ['first_plan', 'plan'],
	plan_withdrawn: ['plan'],
	forecast: ['forecast'],
	forecast_withdrawn: ['forecast'],
	achieved: ['status'],
	not_applicable: ['status'],
	on_hold: ['status'],
	resumed: ['status'],
	online_only: ['status'],
	temporarily_closed: ['status'],
	reopened: ['status'],
	permanently_closed: ['status'],
	confirmed: ['confirmation'],
	undone: []
};

/** The lanes an event of this kind writes to; none for `undone`. */
export function lanesOf(kind: EventKind): readonly Lane[] {
	return LANES_OF_KIND[kind];
}

/**
 * The order of precedence within `events`: a later `effectiveOn` wins, then a later recording. A
 * correction stands where the event it corrects stood: putting right the first plan does not make
 * it the latest, and taking a correction back leaves the order as it was.
 */
export function byPrecedence(
	events: readonly LedgerEvent[]
): (a: LedgerEvent, b: LedgerEvent) => number {
	const byId = new Map(events.map((event) => [event.id, event]));
	const placeOf = (event: LedgerEvent): LedgerEvent => {
		const corrected = event.correctsEventId === null ? undefined : byId.get(event.correctsEventId);
		return corrected ? placeOf(corrected) : event;
	};
	return (a, b) => {
		if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
		return compareRecording(placeOf(a), placeOf(b));
	};
}

function compareRecording(a: LedgerEvent, b: LedgerEvent): number {
	if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
	return a.id - b.id;
}
