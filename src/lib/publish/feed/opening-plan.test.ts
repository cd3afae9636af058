import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import { openingPlan } from './opening-plan.ts';

let id = 0;
const event = (
	recordedOn: string,
	kind: RecordedEvent['kind'],
	more: Partial<RecordedEvent> = {}
): RecordedEvent => ({
	id: (id += 1),
	kind,
	effectiveOn: recordedOn,
	targetOn: null,
	recordedAt: `${recordedOn}T10:00:00Z`,
	recordedOn,
	correctsEventId: null,
	subject: pointOf(1),
	milestoneCode: 'opening',
	openingForm: null,
	datePrecision: 'day',
	reasonCode: null,
	note: null,
	noteVisibility: 'internal',
	recordedBy: 'x',
	recordedFor: 'Cubiss',
	...more
});
const plan = (recordedOn: string, targetOn: string, more: Partial<RecordedEvent> = {}) =>
	event(recordedOn, 'planned', { targetOn, ...more });

describe('what a calendar says of an opening', () => {
	it('is nothing as long as there is no plan', () => {
		expect(openingPlan([], [])).toBeNull();
		expect(openingPlan([event('2021-01-01', 'on_hold')], [])).toBeNull();
	});

	it('is its plan, and rises with each move', () => {
		const events = [plan('2021-01-01', '2021-06-01'), plan('2021-02-01', '2021-09-01')];
		expect(openingPlan(events.slice(0, 1), [])).toEqual({
			...{ state: 'planned', from: '2021-06-01', until: '2021-06-02', precision: 'day' },
			...{ sequence: 0, createdAt: '2021-01-01T10:00:00Z', changedAt: '2021-01-01T10:00:00Z' }
		});
		expect(openingPlan(events, [])).toMatchObject({
			...{ from: '2021-09-01', sequence: 1 },
			...{ createdAt: '2021-01-01T10:00:00Z', changedAt: '2021-02-01T10:00:00Z' }
		});
	});

	it('does not rise when the same is said again', () => {
		const events = [
			plan('2021-01-01', '2021-06-01'),
			plan('2021-02-01', '2021-06-01'),
			event('2021-03-01', 'confirmed')
		];
		expect(openingPlan(events, [])).toMatchObject({ sequence: 0 });
	});

	it('is cancelled on the days that it was planned, and comes back with a new plan', () => {
		const withdrawn = [plan('2021-01-01', '2021-06-01'), event('2021-02-01', 'plan_withdrawn')];
		expect(openingPlan(withdrawn, [])).toMatchObject({
			...{ state: 'cancelled', from: '2021-06-01', sequence: 1 }
		});
		const again = [...withdrawn, plan('2021-04-01', '2021-12-01')];
		expect(openingPlan(again, [])).toMatchObject({
			...{ state: 'planned', from: '2021-12-01', sequence: 2 }
		});
	});

	it('is cancelled when the plan turns out to be a mistake, is not needed or the point is closed', () => {
		const first = plan('2021-01-01', '2021-06-01');
		const undone = event('2021-01-02', 'undone', { correctsEventId: first.id });
		expect(openingPlan([first, undone], [])).toMatchObject({ state: 'cancelled' });
		const notNeeded = event('2021-02-01', 'not_applicable');
		expect(openingPlan([first, notNeeded], [])).toMatchObject({ state: 'cancelled' });
		const closed = event('2021-02-01', 'permanently_closed', { milestoneCode: 'operation' });
		expect(openingPlan([first], [closed])).toMatchObject({ state: 'cancelled', sequence: 1 });
	});

	it('tells a pause, and its end', () => {
		const events = [plan('2021-01-01', '2021-06-01'), event('2021-02-01', 'on_hold')];
		expect(openingPlan(events, [])).toMatchObject({ state: 'paused', sequence: 1 });
		const resumed = [...events, event('2021-03-01', 'resumed')];
		expect(openingPlan(resumed, [])).toMatchObject({ state: 'planned', sequence: 2 });
	});

	it('is the day on which it opened, no more exactly than that is known', () => {
		const planned = plan('2021-01-01', '2021-06-01');
		const opened = (datePrecision: RecordedEvent['datePrecision']) =>
			openingPlan(
				[planned, event('2022-01-05', 'achieved', { effectiveOn: '2021-12-15', datePrecision })],
				[]
			);
		expect(opened('day')).toMatchObject({
			state: 'opened',
			from: '2021-12-15',
			until: '2021-12-16'
		});
		expect(opened('month')).toMatchObject({ from: '2021-12-01', until: '2022-01-01' });
		expect(opened('year')).toMatchObject({ from: '2021-01-01', until: '2022-01-01' });
	});

	it('stays opened when the point is closed later', () => {
		const events = [plan('2021-01-01', '2021-06-01'), event('2021-06-01', 'achieved')];
		const closed = event('2022-02-01', 'permanently_closed', { milestoneCode: 'operation' });
		expect(openingPlan(events, [closed])).toMatchObject({ state: 'opened', sequence: 1 });
	});
});
