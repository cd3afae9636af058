import { correctionsOf, type RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { actOfKind, type Act } from '#lib/ledger/event/act.ts';
import { undoOf } from '#lib/ledger/event/undo.ts';
import type { Day } from '#lib/base/day/day.ts';
import { plainValues, type EventValues } from '#lib/work/update/event-values.ts';
import type { Circumstances, PlainAct, Problem } from '#lib/work/update/rules.ts';
import type { ActValues } from '#lib/work/update/schema.ts';

/** What a form is about: a plain act, and for a correction the entry that it puts right. */
export type ReadEntry =
	| { plainAct: PlainAct; corrected: RecordedEvent | null }
	| { outcome: 'invalid'; problems: Problem[] }
	| { outcome: 'conflict'; theirs: RecordedEvent };

/** The plain act behind a form: for a correction the one that recorded the entry to put right. */
export function readEntry(
	act: Act,
	values: ActValues,
	events: readonly RecordedEvent[]
): ReadEntry {
	if (act !== 'correct') return { plainAct: act, corrected: null };
	const corrected = events.find(
		({ id, milestoneCode }) => id === values.event && milestoneCode === values.milestone
	);
	const plainAct = corrected && actOfKind(corrected.kind);
	if (!corrected || !plainAct) {
		return { outcome: 'invalid', problems: [{ field: 'form', code: 'unknown_event' }] };
	}
	const later = correctionsOf(events).get(corrected.id);
	return later ? { outcome: 'conflict', theirs: later } : { plainAct, corrected };
}

/** A correction that leaves the day empty keeps the day of the entry, not today. */
export function keptDay(corrected: RecordedEvent | null, values: ActValues): Partial<ActValues> {
	return corrected ? { effectiveOn: values.effectiveOn ?? corrected.effectiveOn } : {};
}

/** For a correction what it puts right may be kept: its own reason, also when no longer active. */
export function withEntry(now: Circumstances, corrected: RecordedEvent | null): Circumstances {
	if (!corrected) return now;
	const knownReasons = corrected.reasonCode
		? [...now.knownReasons, corrected.reasonCode]
		: now.knownReasons;
	return { ...now, corrected, knownReasons };
}

/** What is recorded, as a correction of `event`, to take it back. */
export function undoValues(
	event: RecordedEvent,
	events: readonly RecordedEvent[],
	today: Day
): EventValues {
	const corrected = events.find(({ id }) => id === event.correctsEventId);
	const undo = undoOf(event, corrected);
	return undo.kind === 'restated'
		? pickValues(undo.original)
		: plainValues('undone', event.milestoneCode, today);
}

function pickValues(values: EventValues): EventValues {
	const { milestoneCode, kind, effectiveOn, targetOn, openingForm } = values;
	const { datePrecision, reasonCode, note, noteVisibility } = values;
	return {
		...{ milestoneCode, kind, effectiveOn, targetOn, openingForm },
		...{ datePrecision, reasonCode, note, noteVisibility }
	};
}
