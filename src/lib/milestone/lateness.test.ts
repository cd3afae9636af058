import { describe, expect, it } from 'vitest';
import {
	isAtRisk,
	isBehindFirstPlan,
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

	it('is a milestone before it that is over tijd', () => {
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
	expect(lateness({ ...facts, planOn: '2021-06-01' }, DAY)).toBe('behind_first_plan');
	expect(lateness({ ...facts, firstPlanOn: '2021-05-01', planOn: '2021-06-01' }, DAY)).toBe(
		'at_risk'
	);
	expect(lateness({ ...facts, status: 'achieved' }, DAY)).toBeNull();
});
