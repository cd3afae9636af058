import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#lib/base/day/day.ts';
import type { LedgerEvent } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import { planSlip, slipOfFact } from './slip.ts';

let lastId = 0;

function event(fields: Partial<LedgerEvent> & Pick<LedgerEvent, 'kind'>): LedgerEvent {
	const effectiveOn = fields.effectiveOn ?? '2020-01-01';
	const recordedOn = fields.recordedOn ?? effectiveOn;
	return {
		id: ++lastId,
		effectiveOn,
		targetOn: null,
		recordedAt: `${recordedOn}T12:00:00.000000Z`,
		recordedOn,
		correctsEventId: null,
		...fields
	};
}

const planned = (effectiveOn: string, targetOn: string, extra: Partial<LedgerEvent> = {}) =>
	event({ kind: 'planned', effectiveOn, targetOn, ...extra });

const AFTER = '2030-01-01';

describe('the slip of a plan', () => {
	it('is nothing while there is no plan', () => {
		const slip = planSlip([event({ kind: 'achieved' })], AFTER, AFTER);
		expect(slip).toEqual({ firstPlan: null, currentPlan: null, replans: [], days: 0 });
	});

	it('is counted from target to target, with the first plan kept', () => {
		const first = planned('2020-01-10', '2020-06-01');
		const second = planned('2020-04-01', '2020-09-01', { id: 900 });
		const third = planned('2020-08-20', '2020-08-25', { id: 901 });
		const slip = planSlip([third, first, second], AFTER, AFTER);
		expect(slip.firstPlan).toBe(first);
		expect(slip.currentPlan).toBe(third);
		expect(slip.replans.map(({ days }) => days)).toEqual([92, -7]);
		expect(slip.days).toBe(85);
	});

	it('does not see a plan that was made after the day looked at', () => {
		const slip = planSlip(
			[planned('2020-01-10', '2020-06-01'), planned('2020-04-01', '2020-09-01')],
			'2020-03-31',
			AFTER
		);
		expect(slip.replans).toEqual([]);
		expect(slip.currentPlan?.targetOn).toBe('2020-06-01');
	});

	it('does not see a plan that was recorded after the day it is known on', () => {
		const late = planned('2020-04-01', '2020-09-01', { recordedOn: '2020-05-01' });
		const events = [planned('2020-01-10', '2020-06-01'), late];
		expect(planSlip(events, AFTER, '2020-04-30').days).toBe(0);
		expect(planSlip(events, AFTER, '2020-05-01').days).toBe(92);
	});

	it('forgets a plan that was undone, from the day of the undoing', () => {
		const wrong = planned('2020-04-01', '2020-09-01');
		const undone = event({ kind: 'undone', effectiveOn: '2020-05-01', correctsEventId: wrong.id });
		const events = [planned('2020-01-10', '2020-06-01'), wrong, undone];
		expect(planSlip(events, AFTER, '2020-04-30').days).toBe(92);
		expect(planSlip(events, AFTER, '2020-05-01').days).toBe(0);
	});

	it('measures the plan after a withdrawal from the last day aimed at', () => {
		const slip = planSlip(
			[
				planned('2020-01-10', '2020-06-01'),
				event({ kind: 'plan_withdrawn', effectiveOn: '2020-03-16' }),
				planned('2020-06-01', '2020-10-01')
			],
			AFTER,
			AFTER
		);
		expect(slip.replans.map(({ toTargetOn, days }) => [toTargetOn, days])).toEqual([
			[null, 0],
			['2020-10-01', 122]
		]);
	});

	it('has no current plan after a withdrawal, and keeps the first', () => {
		const slip = planSlip(
			[
				planned('2020-01-10', '2020-06-01'),
				event({ kind: 'plan_withdrawn', effectiveOn: '2020-03-16' })
			],
			AFTER,
			AFTER
		);
		expect(slip.currentPlan).toBeNull();
		expect(slip.firstPlan?.targetOn).toBe('2020-06-01');
	});
});

describe('the slip of a fact', () => {
	it('is counted from the first plan, negative when early', () => {
		expect(slipOfFact('2020-06-01', '2020-09-01')).toBe(92);
		expect(slipOfFact('2020-06-01', '2020-05-25')).toBe(-7);
	});

	it('is unknown without a plan or a fact', () => {
		expect([slipOfFact(null, '2020-09-01'), slipOfFact('2020-09-01', null)]).toEqual([null, null]);
	});
});

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2020-01-01', days));

const histories = fc
	.array(
		fc.record({
			kind: fc.constantFrom('planned', 'plan_withdrawn', 'forecast', 'achieved', 'undone'),
			effectiveOn: day,
			targetOn: day,
			lag: fc.integer({ min: 0, max: 60 }),
			corrects: fc.nat()
		}),
		{ maxLength: 12 }
	)
	.map((drafts) =>
		drafts.map((draft, index): LedgerEvent => {
			const recordedOn = addDays(draft.effectiveOn, draft.lag);
			const corrects = draft.kind === 'undone' && index > 0;
			return {
				id: index + 1,
				kind: draft.kind,
				effectiveOn: draft.effectiveOn,
				targetOn: ['planned', 'forecast'].includes(draft.kind) ? draft.targetOn : null,
				recordedAt: `${recordedOn}T12:00:00.000000Z`,
				recordedOn,
				correctsEventId: corrects ? (draft.corrects % index) + 1 : null
			};
		})
	);

describe('for any history', () => {
	it('the slips add up to the last planned day minus the first', () => {
		fc.assert(
			fc.property(histories, day, day, (events, validOn, knownOn) => {
				const slip = planSlip(events, validOn, knownOn);
				const sum = slip.replans.reduce((total, { days }) => total + days, 0);
				expect(slip.days).toBe(sum);
				const first = slip.firstPlan?.targetOn;
				if (!first) return;
				const lastAim = slip.replans.findLast(({ toTargetOn }) => toTargetOn !== null);
				expect(slip.days).toBe(daysBetween(first, lastAim?.toTargetOn ?? first));
			})
		);
	});

	it('the first and the current plan are those of the ledger', () => {
		fc.assert(
			fc.property(histories, day, day, (events, validOn, knownOn) => {
				const slip = planSlip(events, validOn, knownOn);
				expect(slip.firstPlan?.id).toBe(stateAt(events, 'first_plan', validOn, knownOn)?.id);
				const plan = stateAt(events, 'plan', validOn, knownOn);
				expect(slip.currentPlan?.id).toBe(plan?.kind === 'planned' ? plan.id : undefined);
			})
		);
	});
});
