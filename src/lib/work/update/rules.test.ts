import { describe, expect, it } from 'vitest';
import { actForm } from './schema.ts';
import { barrierOf, problemsOf, type Circumstances } from './rules.ts';

const plan = { kind: 'planned', effectiveOn: '2021-01-01', targetOn: '2021-04-01' };
const achieved = { kind: 'achieved', effectiveOn: '2021-05-01', targetOn: null };
const nothing = {
	...{ milestoneCode: 'opening', status: null, plan: null, forecast: null, firstPlan: null }
};

/** As far as the rules look. */
function now(said: Record<string, unknown>): Circumstances {
	return {
		...{ today: '2022-01-31', exists: true, belongs: true, notApplicableAllowed: false },
		...{ operation: null, opening: null, startsOn: '2020-01-01', locked: [], corrected: null },
		...{ knownReasons: [], milestone: nothing },
		...said
	} as unknown as Circumstances;
}

describe('an act', () => {
	it('takes no plan or forecast away from what is done', () => {
		const done = { ...nothing, plan, forecast: plan, status: achieved };
		expect(barrierOf('withdraw_plan', now({ milestone: done }))).toBe('already_achieved');
		expect(barrierOf('withdraw_forecast', now({ milestone: done }))).toBe('already_achieved');
		const planned = { ...nothing, plan, forecast: plan };
		expect(barrierOf('withdraw_plan', now({ milestone: planned }))).toBeNull();
		expect(barrierOf('withdraw_forecast', now({ milestone: planned }))).toBeNull();
	});

	it('that closes before the opening is refused for that, also before its records begin', () => {
		const milestone = { ...nothing, milestoneCode: 'operation' };
		const opening = { ...nothing, status: achieved };
		const codes = (effectiveOn: string, told: object = {}) =>
			problemsOf('close', { ...actForm.parse({}), effectiveOn }, now({ milestone, ...told }))
				.filter(({ field }) => field === 'effectiveOn')
				.map(({ code }) => code);
		expect(codes('2019-06-01', { opening })).toEqual(['before_opening']);
		expect(codes('2021-04-01', { opening })).toEqual(['before_opening']);
		expect(codes('2019-06-01')).toEqual(['too_early']);
	});
});
