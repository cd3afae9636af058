import { FOREVER, type Day } from '#lib/base/day/day.ts';
import { byPrecedence, lanesOf, type Lane, type LedgerEvent } from './event.ts';

/** One event holds for the days `validFrom ≤ D < validTo`, as known on `knownFrom ≤ K < knownTo`. */
export interface StateRectangle<E extends LedgerEvent = LedgerEvent> {
	event: E;
	validFrom: Day;
	validTo: Day;
	knownFrom: Day;
	knownTo: Day;
}

interface Segment<E> {
	event: E;
	validFrom: Day;
	validTo: Day;
}

/**
 * Every rectangle of valid days × known days of one lane of one milestone of one subject. The
 * rectangles do not overlap; the one open on both sides is the current state. Recording a later
 * event only ever closes rectangles on the day of its recording, so a past `known on` never changes.
 */
export function stateRectangles<E extends LedgerEvent>(
	events: readonly E[],
	lane: Lane
): StateRectangle<E>[] {
	const finished: StateRectangle<E>[] = [];
	let open: StateRectangle<E>[] = [];
	for (const knownFrom of recordingDays(events)) {
		const segments = segmentsAsKnownOn(events, lane, knownFrom);
		const kept = open.filter((rectangle) => segments.some((s) => sameSegment(s, rectangle)));
		for (const rectangle of open) {
			if (!kept.includes(rectangle)) finished.push({ ...rectangle, knownTo: knownFrom });
		}
		const fresh = segments.filter((s) => !kept.some((rectangle) => sameSegment(s, rectangle)));
		open = [...kept, ...fresh.map((s) => ({ ...s, knownFrom, knownTo: FOREVER }))];
	}
	return [...finished, ...open];
}

function recordingDays(events: readonly LedgerEvent[]): Day[] {
	return [...new Set(events.map((event) => event.recordedOn))].sort();
}

/** The valid-time line of a lane as known at the end of a day, first segment first. */
function segmentsAsKnownOn<E extends LedgerEvent>(
	events: readonly E[],
	lane: Lane,
	knownOn: Day
): Segment<E>[] {
	const known = events.filter((event) => event.recordedOn <= knownOn);
	const corrected = new Set(known.map((event) => event.correctsEventId));
	const counting = known
		.filter((event) => !corrected.has(event.id) && lanesOf(event.kind).includes(lane))
		.sort(byPrecedence(known));
	const first = counting[0];
	if (!first) return [];
	if (lane === 'first_plan') {
		return [{ event: first, validFrom: first.effectiveOn, validTo: FOREVER }];
	}
	const winners = counting.filter(
		(event, index) => counting[index + 1]?.effectiveOn !== event.effectiveOn
	);
	return winners.map((event, index) => ({
		event,
		validFrom: event.effectiveOn,
		validTo: winners[index + 1]?.effectiveOn ?? FOREVER
	}));
}

function sameSegment<E extends LedgerEvent>(a: Segment<E>, b: Segment<E>): boolean {
	return a.event.id === b.event.id && a.validFrom === b.validFrom && a.validTo === b.validTo;
}
