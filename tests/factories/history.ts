import fc from 'fast-check';
import { addDays, latestDay, type Day } from '#lib/base/day/day.ts';
import { type EventKind, type LedgerEvent } from '#lib/ledger/event/event.ts';
import { undoOf } from '#lib/ledger/event/undo.ts';

const FIRST_RECORDING: Day = '2020-03-01';

/** What is said of an ordinary milestone; `undone` follows from the action `undo`. */
export const MILESTONE_KINDS = [
	'planned',
	'plan_withdrawn',
	'forecast',
	'forecast_withdrawn',
	'achieved',
	'not_applicable',
	'on_hold',
	'resumed'
] as const satisfies readonly EventKind[];

/** One act of somebody at the keyboard; `pick` chooses among the entries that still count. */
export interface Act {
	action: 'record' | 'correct' | 'undo';
	kind: EventKind;
	/** Days since the previous act; 0 is the same day. */
	daysLater: number;
	/** Days between what happened and its recording. */
	daysBack: number;
	/** Days from the day it holds to the day aimed at, for plans and forecasts. */
	daysAhead: number;
	pick: number;
}

/** What one act adds to a history: the values of the event without its id and recording. */
export interface Addition<E> {
	kind: EventKind;
	effectiveOn: Day;
	targetOn: Day | null;
	corrects: E | null;
}

/** Any act: same-day and back-dated recordings, corrections and undos are all frequent. */
export const anyAct: fc.Arbitrary<Act> = fc.record({
	action: fc.constantFrom('record', 'record', 'correct', 'undo'),
	kind: fc.constantFrom('planned', 'planned', 'planned', 'planned', ...MILESTONE_KINDS),
	daysLater: fc.constantFrom(0, 0, 0, 1, 2),
	daysBack: fc.constantFrom(0, 0, 0, 1, 2, 5),
	daysAhead: fc.integer({ min: -3, max: 30 }),
	pick: fc.nat({ max: 50 })
});

/** A history of one milestone of one subject, in order of recording. */
export const anyHistory: fc.Arbitrary<LedgerEvent[]> = fc
	.array(anyAct, { minLength: 1, maxLength: 14 })
	.map((acts) => acts.reduce<LedgerEvent[]>(addAct, []));

/** `history` with what `act` adds, recorded after everything in it. */
export function addAct(history: readonly LedgerEvent[], act: Act): LedgerEvent[] {
	const recordedOn = addDays(history.at(-1)?.recordedOn ?? FIRST_RECORDING, act.daysLater);
	const { corrects, ...values } = additionOf(history, act, recordedOn);
	return [
		...history,
		{ ...values, ...recording(history, recordedOn), correctsEventId: corrects?.id ?? null }
	];
}

/** What `act` says at `recordedOn`; without an entry to correct or undo it just records. */
export function additionOf<E extends LedgerEvent>(
	history: readonly E[],
	act: Act,
	recordedOn: Day
): Addition<E> {
	const corrected = new Set(history.map((event) => event.correctsEventId));
	const open = history.filter((event) => !corrected.has(event.id));
	const target = open[act.pick % Math.max(open.length, 1)];
	if (act.action === 'undo' && target) return undoing(history, target, recordedOn);
	const effectiveOn = addDays(recordedOn, -act.daysBack);
	const aims = act.kind === 'planned' || act.kind === 'forecast';
	return {
		kind: act.kind,
		effectiveOn,
		// No plan lies before the first year of the programme.
		targetOn: aims ? latestDay([addDays(effectiveOn, act.daysAhead), '2019-01-01']) : null,
		corrects: act.action === 'correct' && target ? target : null
	};
}

/** `history` with the undo of one of its entries, recorded after everything in it. */
export function addUndo(history: readonly LedgerEvent[], undone: LedgerEvent): LedgerEvent[] {
	const recordedOn = addDays(history.at(-1)!.recordedOn, 1);
	const { corrects, ...values } = undoing(history, undone, recordedOn);
	return [
		...history,
		{ ...values, ...recording(history, recordedOn), correctsEventId: corrects?.id ?? null }
	];
}

function undoing<E extends LedgerEvent>(
	history: readonly E[],
	event: E,
	recordedOn: Day
): Addition<E> {
	const corrected = history.find(({ id }) => id === event.correctsEventId);
	const undo = undoOf(event, corrected);
	if (undo.kind === 'undone') {
		return { kind: 'undone', effectiveOn: recordedOn, targetOn: null, corrects: event };
	}
	const { kind, effectiveOn, targetOn } = undo.original;
	return { kind, effectiveOn, targetOn, corrects: event };
}

function recording(history: readonly LedgerEvent[], recordedOn: Day) {
	const id = history.length + 1;
	const seconds = String(id).padStart(2, '0');
	return { id, recordedOn, recordedAt: `${recordedOn}T10:00:${seconds}.000000Z` };
}

/** Every day on which something in the history changes, and the days around it. */
export function daysOf(history: readonly LedgerEvent[]): Day[] {
	const days = history.flatMap((event) => [event.effectiveOn, event.recordedOn]);
	return [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].sort();
}
