import { describe, expect, it } from 'vitest';
import {
	isAtRisk,
	isBehindFirstPlan,
	isExpectedLater,
	isLookedAt,
	isOverdue,
	lateness,
	type LatenessFacts
} from './lateness.ts';

const DAY = '2021-03-01';

const milestone = (facts: Partial<LatenessFacts>): LatenessFacts => ({
	firstPlanOn: null,
	planOn: null,
	forecastOn: null,
	status: null,
	predecessorOverdue: false,
	...facts
});

describe('over tijd', () => {
	it('begins the day after the current plan', () => {
		expect(isOverdue(milestone({ planOn: '2021-02-28' }), DAY)).toBe(true);
		expect(isOverdue(milestone({ planOn: DAY }), DAY)).toBe(false);
	});

	it.each(['achieved', 'on_hold', 'not_applicable'] as const)('is not said of %s', (status) => {
		expect(isOverdue(milestone({ planOn: '2021-01-01', status }), DAY)).toBe(false);
	});

	it('looks at the current plan, whatever the first plan was', () => {
		const replanned = milestone({ firstPlanOn: '2020-06-01', planOn: '2021-06-01' });
		expect(isOverdue(replanned, DAY)).toBe(false);
	});
});

describe('verwacht, later dan gepland', () => {
	const passed = { planOn: '2021-02-01' };

	it.each([
		['2021-02-28', false],
		[DAY, true],
		['2021-06-01', true],
		[null, false]
	])('a plan that passed and is expected on %s: %j', (forecastOn, expected) => {
		expect(isExpectedLater(milestone({ ...passed, forecastOn }), DAY)).toBe(expected);
		expect(isOverdue(milestone({ ...passed, forecastOn }), DAY)).toBe(!expected);
	});

	it('is not said while the plan itself is still to come, nor of what is done', () => {
		const expected = milestone({ planOn: DAY, forecastOn: '2021-06-01' });
		expect(isExpectedLater(expected, DAY)).toBe(false);
		const done = milestone({ ...passed, forecastOn: '2021-06-01', status: 'achieved' });
		expect(isExpectedLater(done, DAY)).toBe(false);
	});
});

describe('nagekeken', () => {
	it.each([
		['2021-02-28', true],
		['2021-02-22', false], // a week later it is asked again
		['2021-02-23', true],
		['2021-02-10', false],
		[null, false]
	])('what passed on 10 February and was said to be right on %s: %j', (confirmedOn, expected) => {
		expect(isLookedAt({ planOn: '2021-02-10' }, confirmedOn, DAY)).toBe(expected);
	});

	it('says nothing of a plan that passed only afterwards', () => {
		expect(isLookedAt({ planOn: '2021-02-27' }, '2021-02-26', DAY)).toBe(false);
	});
});

describe('achter op de oorspronkelijke planning', () => {
	it('stays after a new plan was made', () => {
		const replanned = milestone({ firstPlanOn: '2020-06-01', planOn: '2021-06-01' });
		expect(isBehindFirstPlan(replanned, DAY)).toBe(true);
	});

	it('stays while it is on hold', () => {
		expect(
			isBehindFirstPlan(milestone({ firstPlanOn: '2020-06-01', status: 'on_hold' }), DAY)
		).toBe(true);
	});

	it.each(['achieved', 'not_applicable'] as const)('is not said of %s', (status) => {
		expect(isBehindFirstPlan(milestone({ firstPlanOn: '2020-06-01', status }), DAY)).toBe(false);
	});
});

describe('risico', () => {
	it('is a plan or a forecast after the first plan, which itself has not passed', () => {
		const later = { firstPlanOn: '2021-04-01', planOn: '2021-04-01' };
		expect(isAtRisk(milestone({ ...later, planOn: '2021-05-01' }), DAY)).toBe(true);
		expect(isAtRisk(milestone({ ...later, forecastOn: '2021-04-02' }), DAY)).toBe(true);
		expect(isAtRisk(milestone(later), DAY)).toBe(false);
	});

	it('is a milestone before it whose plan has passed', () => {
		expect(isAtRisk(milestone({ planOn: '2021-05-01', predecessorOverdue: true }), DAY)).toBe(true);
	});

	it('is not said of what is late already, or done', () => {
		const late = milestone({ firstPlanOn: '2021-01-01', planOn: '2021-05-01' });
		expect(isAtRisk(late, DAY)).toBe(false);
		expect(isAtRisk({ ...late, firstPlanOn: '2021-04-01', status: 'achieved' }, DAY)).toBe(false);
	});
});

it('names the strongest judgement only', () => {
	const facts = milestone({ firstPlanOn: '2020-06-01', planOn: '2021-02-01' });
	expect(lateness(facts, DAY)).toBe('overdue');
	expect(lateness({ ...facts, forecastOn: '2021-05-01' }, DAY)).toBe('expected_later');
	expect(lateness({ ...facts, planOn: '2021-06-01' }, DAY)).toBe('behind_first_plan');
	expect(lateness({ ...facts, firstPlanOn: '2021-05-01', planOn: '2021-06-01' }, DAY)).toBe(
		'at_risk'
	);
	expect(lateness({ ...facts, status: 'achieved' }, DAY)).toBeNull();
});
