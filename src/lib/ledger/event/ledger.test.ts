import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAct, addUndo, anyAct, anyHistory, daysOf } from '#tests/factories/history.ts';
import { addDays } from '#lib/base/day/day.ts';
import { LANES, type Lane, type LedgerEvent } from './event.ts';
import { stateRectangles } from './rectangles.ts';
import { stateAt } from './state-at.ts';

/** What an event says, without where it stands in the ledger: an undo may restate it. */
function factAt(history: readonly LedgerEvent[], lane: Lane, validOn: string, knownOn: string) {
	const event = stateAt(history, lane, validOn, knownOn);
	return event && { kind: event.kind, effectiveOn: event.effectiveOn, targetOn: event.targetOn };
}

/** The history as if `event` had never been recorded; nothing may correct `event`. */
function without(history: readonly LedgerEvent[], event: LedgerEvent): LedgerEvent[] {
	return history.filter(({ id }) => id !== event.id);
}

function lastDay(history: readonly LedgerEvent[]): string {
	return addDays(history.at(-1)!.recordedOn, 5);
}

describe('the state on D as known on K', () => {
	it('never changes when events are recorded on a later day', () => {
		fc.assert(
			fc.property(anyHistory, fc.array(anyAct, { minLength: 1, maxLength: 5 }), (history, acts) => {
				const nextDay = acts.map((act, index) => (index === 0 ? { ...act, daysLater: 1 } : act));
				const longer = nextDay.reduce(addAct, history);
				const known = daysOf(history).filter((day) => day <= history.at(-1)!.recordedOn);
				for (const lane of LANES)
					for (const knownOn of known)
						for (const validOn of daysOf(longer))
							expect(stateAt(longer, lane, validOn, knownOn)).toEqual(
								stateAt(history, lane, validOn, knownOn)
							);
			})
		);
	});

	it('is what the rectangles say, for any D and K', () => {
		fc.assert(
			fc.property(anyHistory, (history) => {
				for (const lane of LANES) {
					const rectangles = stateRectangles(history, lane);
					for (const knownOn of daysOf(history))
						for (const validOn of daysOf(history)) {
							const holding = rectangles.filter(
								(r) =>
									r.validFrom <= validOn &&
									validOn < r.validTo &&
									r.knownFrom <= knownOn &&
									knownOn < r.knownTo
							);
							const expected = stateAt(history, lane, validOn, knownOn);
							expect(holding.map(({ event }) => event.id)).toEqual(expected ? [expected.id] : []);
						}
				}
			})
		);
	});

	it('lies in rectangles that do not overlap and are not empty', () => {
		fc.assert(
			fc.property(anyHistory, (history) => {
				for (const lane of LANES) {
					const rectangles = stateRectangles(history, lane);
					expect(rectangles.filter((r) => r.validFrom >= r.validTo)).toEqual([]);
					expect(rectangles.filter((r) => r.knownFrom >= r.knownTo)).toEqual([]);
					const overlapping = rectangles.flatMap((a, index) =>
						rectangles
							.slice(index + 1)
							.filter(
								(b) =>
									a.validFrom < b.validTo &&
									b.validFrom < a.validTo &&
									a.knownFrom < b.knownTo &&
									b.knownFrom < a.knownTo
							)
					);
					expect(overlapping).toEqual([]);
				}
			})
		);
	});

	it('does not depend on the order in which events are read', () => {
		fc.assert(
			fc.property(anyHistory, (history) => {
				const reversed = history.toReversed();
				for (const lane of LANES)
					for (const validOn of daysOf(history))
						expect(stateAt(reversed, lane, validOn, lastDay(history))).toEqual(
							stateAt(history, lane, validOn, lastDay(history))
						);
			})
		);
	});
});

describe('undoing', () => {
	it('restores exactly what was there without the entry, in every lane and on every day', () => {
		fc.assert(
			fc.property(anyHistory, fc.nat({ max: 50 }), (history, pick) => {
				const corrected = new Set(history.map((event) => event.correctsEventId));
				const open = history.filter((event) => !corrected.has(event.id));
				const undone = open[pick % open.length]!;
				const after = addUndo(history, undone);
				for (const lane of LANES)
					for (const validOn of daysOf(after))
						expect(factAt(after, lane, validOn, lastDay(after))).toEqual(
							factAt(without(history, undone), lane, validOn, lastDay(after))
						);
			})
		);
	});

	it('undone itself, brings the entry back on every day', () => {
		fc.assert(
			fc.property(anyHistory, (history) => {
				const once = addUndo(history, history.at(-1)!);
				const twice = addUndo(once, once.at(-1)!);
				for (const lane of LANES)
					for (const validOn of daysOf(twice))
						expect(factAt(twice, lane, validOn, lastDay(twice))).toEqual(
							factAt(history, lane, validOn, lastDay(twice))
						);
			})
		);
	});
});

describe('the first plan', () => {
	it('never changes when re-plans and facts arrive', () => {
		fc.assert(
			fc.property(fc.array(anyAct, { minLength: 1, maxLength: 10 }), (acts) => {
				const plan = { ...acts[0]!, action: 'record' as const, kind: 'planned' as const };
				const first = addAct([], plan);
				const later = acts
					.map((act) => ({ ...act, action: 'record' as const }))
					.reduce(addAct, first)
					.filter((event) => event.effectiveOn >= first[0]!.effectiveOn);
				for (const validOn of daysOf(later).filter((day) => day >= first[0]!.effectiveOn))
					expect(stateAt(later, 'first_plan', validOn, lastDay(later))?.id).toBe(first[0]!.id);
			})
		);
	});

	it('is put right by a correction, also when a re-plan was recorded the same day', () => {
		const plan = { action: 'record', kind: 'planned', daysLater: 0, daysBack: 0, pick: 0 } as const;
		const planned = addAct([], { ...plan, daysAhead: 10 });
		const replanned = addAct(planned, { ...plan, daysAhead: 20 });
		const corrected = addAct(replanned, { ...plan, action: 'correct', daysAhead: 12 });
		const day = lastDay(corrected);
		expect(stateAt(corrected, 'first_plan', day, day)?.targetOn).toBe('2020-03-13');
		expect(stateAt(corrected, 'plan', day, day)?.targetOn).toBe('2020-03-21');
	});
});
