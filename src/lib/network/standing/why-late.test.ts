import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { LONG_PAST_DAYS, rolloutStatus } from '#lib/base/status/rollout-status.ts';
import {
	lateLine,
	planStory,
	waitingText,
	whyText,
	type Awaited,
	type SaidOfLate
} from './why-late.ts';

const TODAY = '2022-01-31';
const place = (change: Partial<Awaited>): Awaited => ({
	status: 'not_planned',
	planOn: null,
	firstPlanOn: null,
	...change
});

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('where the plan of something that is not open stands', () => {
	it.each<[Awaited, string, SaidOfLate?]>([
		[place({}), 'geen planning'],
		[
			place({ status: 'plan_withdrawn', firstPlanOn: '2021-05-03' }),
			'planning ingetrokken, eerst 3 mei 2021'
		],
		[place({ status: 'plan_overdue', planOn: '2022-01-03' }), 'planning van 3 jan 2022 verlopen'],
		[
			place({ status: 'plan_overdue', planOn: '2021-05-03', firstPlanOn: '2021-05-03' }),
			'planning van 3 mei 2021 is al 8 maanden voorbij, zonder nieuwe planning'
		],
		[
			place({ status: 'plan_overdue', planOn: '2022-01-03' }),
			'planning van 3 jan 2022 verlopen, verwacht op 1 mrt 2022',
			{ expectedOn: '2022-03-01' }
		],
		[
			place({ status: 'plan_overdue', planOn: '2022-01-03' }),
			'gepauzeerd sinds 10 jan 2022, planning van 3 jan 2022 verlopen',
			{ heldSince: '2022-01-10' }
		],
		[
			place({ status: 'planned_90', planOn: '2022-03-01' }),
			'gepauzeerd sinds 10 jan 2022',
			{ heldSince: '2022-01-10' }
		],
		[
			place({ status: 'planned_90', planOn: '2022-03-01', firstPlanOn: '2021-09-01' }),
			'gepland op 1 mrt 2022, eerst 1 sep 2021'
		]
	])('%j is told as %s', (awaited, text, said) => {
		expect(waitingText(awaited, said, TODAY)).toBe(text);
	});

	it('is long past only after the agreed period', () => {
		const passed = (days: number) =>
			waitingText(
				place({ status: 'plan_overdue', planOn: addDays(TODAY, -days) }),
				undefined,
				TODAY
			);
		expect(passed(LONG_PAST_DAYS)).not.toContain('zonder nieuwe planning');
		expect(passed(LONG_PAST_DAYS + 1)).toContain('zonder nieuwe planning');
	});
});

describe('what there is to say of a plan beyond its status', () => {
	const passed = place({ status: 'plan_overdue', planOn: '2022-01-03' });
	const longPast = { ...passed, planOn: '2021-05-03' };

	it.each<[Awaited, SaidOfLate, string | null]>([
		[passed, {}, 'passed'],
		[longPast, {}, 'long_past'],
		[longPast, { expectedOn: '2022-03-01' }, 'expected'],
		[longPast, { expectedOn: '2022-03-01', heldSince: '2022-01-10' }, 'paused'],
		[place({ status: 'planned_90', planOn: '2022-03-01' }), {}, null],
		[place({ status: 'planned_90', planOn: '2022-03-01' }), { heldSince: '2022-01-10' }, 'paused'],
		[place({ status: 'plan_withdrawn', firstPlanOn: '2021-05-03' }), {}, 'withdrawn'],
		[place({}), {}, null],
		[place({ status: 'realised' }), { heldSince: '2022-01-10' }, null],
		[place({ status: 'closed' }), { heldSince: '2022-01-10' }, null]
	])('of %j with %j it is %s', (awaited, said, story) => {
		expect(planStory(awaited, said, TODAY)).toBe(story);
	});

	it.each<[Awaited, SaidOfLate, string | null]>([
		[passed, { reason: 'Brand' }, 'Reden: Brand'],
		[
			longPast,
			{},
			'Planning van 3 mei 2021 is al 8 maanden voorbij, zonder nieuwe planning. Reden: niet doorgegeven'
		],
		[
			passed,
			{ heldSince: '2022-01-10', reason: 'Brand' },
			'Gepauzeerd sinds 10 jan 2022, planning van 3 jan 2022 verlopen. Reden: Brand'
		],
		[
			place({ status: 'planned_90', planOn: '2022-03-01', firstPlanOn: '2022-03-01' }),
			{ heldSince: '2022-01-10' },
			'Gepauzeerd sinds 10 jan 2022. Reden: niet doorgegeven'
		],
		[place({ status: 'planned_90', planOn: '2022-03-01' }), {}, null]
	])('a list says below %j with %j: %s', (awaited, said, line) => {
		expect(lateLine(awaited, said, TODAY)).toBe(line);
	});
});

describe('why something is late', () => {
	it('is the reason that was given, or that none was', () => {
		const late = place({ status: 'plan_withdrawn', firstPlanOn: '2021-05-03' });
		expect(whyText(late, 'Te weinig personeel', TODAY)).toBe('Reden: Te weinig personeel');
		expect(whyText(late, undefined, TODAY)).toBe('Reden: niet doorgegeven');
	});

	it('is not told of what is not late', () => {
		expect(whyText(place({}), 'Brand', TODAY)).toBeNull();
		const soon = place({ status: 'planned_90', planOn: '2022-03-01', firstPlanOn: '2022-03-01' });
		expect(whyText(soon, 'Brand', TODAY)).toBeNull();
		expect(whyText({ ...soon, firstPlanOn: '2021-09-01' }, 'Brand', TODAY)).toBe('Reden: Brand');
		expect(whyText(place({ status: 'realised', firstPlanOn: '2021-01-01' }), 'Brand', TODAY)).toBe(
			null
		);
	});
});

describe('the status of a place', () => {
	const facts = {
		...{
			realised: 0,
			accessible: 0,
			temporarilyClosed: 0,
			onlineOnly: 0,
			earliestPlanOn: null,
			withdrawn: 0
		},
		libraryProvision: 'served' as const
	};

	it('tells a plan that was withdrawn from one that never was', () => {
		expect(rolloutStatus(facts, TODAY)).toBe('not_planned');
		expect(rolloutStatus({ ...facts, withdrawn: 1 }, TODAY)).toBe('plan_withdrawn');
		const another = { ...facts, withdrawn: 1, earliestPlanOn: '2022-03-01' };
		expect(rolloutStatus(another, TODAY)).toBe('planned_90');
	});

	it('counts 90 days from the day asked for, and late from today', () => {
		const planned = { ...facts, earliestPlanOn: '2022-06-01' };
		expect(rolloutStatus(planned, TODAY)).toBe('planned_later');
		expect(rolloutStatus(planned, '2022-05-01', TODAY)).toBe('planned_90');
		expect(rolloutStatus(planned, '2022-07-01', TODAY)).toBe('planned_90');
	});
});
