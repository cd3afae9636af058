import { describe, expect, it } from 'vitest';
import { ACT_NAMES, OPERATION_ACTS } from '#lib/ledger/event/act.ts';
import { barrierOf, type Circumstances, type PlainAct } from './rules.ts';
import { mayBeDoneToday, workRow } from './work-row.ts';

const TODAY = '2022-01-31';
const ACTS = ACT_NAMES.filter((act): act is PlainAct => act !== 'correct');
const OF_OPERATION: readonly PlainAct[] = OPERATION_ACTS;
const OF_MILESTONE = ACTS.filter((act) => !OF_OPERATION.includes(act));

let id = 0;
const said = (kind: string, targetOn: string | null = null) => ({
	...{ id: ++id, kind, effectiveOn: '2021-12-01', targetOn, openingForm: null },
	datePrecision: 'day'
});
const situation = (
	milestoneCode: string,
	{ kind = null, plan = false, forecast = false }: State = {}
) => ({
	...{ milestoneCode, firstPlan: plan ? said('planned', '2022-01-01') : null, lastEvent: null },
	plan: plan ? said('planned', '2022-01-01') : null,
	forecast: forecast ? said('forecast', '2022-04-01') : null,
	status: kind === null ? null : said(kind)
});
interface State {
	kind?: string | null;
	plan?: boolean;
	forecast?: boolean;
}

function now(
	milestone: ReturnType<typeof situation>,
	{ operation = null, opened = false }: { operation?: string | null; opened?: boolean } = {}
): Circumstances {
	return {
		...{ today: TODAY, exists: true, belongs: true, notApplicableAllowed: true },
		...{ startsOn: '2020-01-01', locked: [], corrected: null, knownReasons: [], milestone },
		operation: situation('operation', { kind: operation }),
		opening: situation('opening', { kind: opened ? 'achieved' : null })
	} as unknown as Circumstances;
}

/** What is offered, told apart from the rules: by status the acts, and what has to stand for some. */
const OFFERED: Record<string, readonly PlainAct[]> = {
	none: [
		...['achieve', 'plan', 'forecast', 'hold', 'not_applicable'],
		...['withdraw_plan', 'withdraw_forecast']
	] as PlainAct[],
	on_hold: [
		...['achieve', 'plan', 'forecast', 'resume', 'not_applicable'],
		...['withdraw_plan', 'withdraw_forecast']
	] as PlainAct[],
	not_applicable: ['achieve', 'resume'],
	achieved: []
};

describe('the acts that are offered of a milestone', () => {
	const flags = [true, false];
	const states = [null, 'on_hold', 'not_applicable', 'achieved'].flatMap((kind) =>
		flags.flatMap((plan) =>
			flags.flatMap((forecast) => flags.map((closed) => ({ kind, plan, forecast, closed })))
		)
	);

	it.each(states)(
		'are those that make sense: $kind, plan $plan, forecast $forecast, closed for good $closed',
		({ kind, plan, forecast, closed }) => {
			const wanted = OFFERED[kind ?? 'none']!.filter((act) => {
				// Of what is closed for good only what happened before is still told.
				if (closed && act !== 'achieve') return false;
				if (act === 'withdraw_plan') return plan;
				return act === 'withdraw_forecast' ? forecast : true;
			});
			const circumstances = now(situation('training', { kind, plan, forecast }), {
				operation: closed ? 'permanently_closed' : null
			});
			const row = workRow(circumstances, [], new Map());
			expect([...row.acts].sort()).toEqual([...wanted].sort());
			// What is offered is not refused, and what is not is.
			for (const act of OF_MILESTONE) {
				expect(barrierOf(act, circumstances) === null, act).toBe(wanted.includes(act));
			}
			expect(mayBeDoneToday(row)).toBe(plan && !closed && (kind === null || kind === 'on_hold'));
		}
	);
});

describe('the acts that are offered of what a location does', () => {
	it.each<[string | null, boolean, PlainAct[]]>([
		[null, false, ['go_online', 'close']],
		[null, true, ['temporarily_close', 'go_online', 'close']],
		['online_only', false, ['close']],
		['online_only', true, ['temporarily_close', 'reopen', 'close']],
		['temporarily_closed', true, ['reopen', 'go_online', 'close']],
		['permanently_closed', false, []],
		['permanently_closed', true, ['reopen']],
		['reopened', true, ['temporarily_close', 'go_online', 'close']]
	])('are those that make sense: %s, opened %s', (kind, opened, wanted) => {
		const circumstances = now(situation('operation', { kind }), { operation: kind, opened });
		expect([...workRow(circumstances, [], new Map()).acts].sort()).toEqual([...wanted].sort());
		for (const act of OF_OPERATION) {
			expect(barrierOf(act, circumstances) === null, act).toBe(wanted.includes(act));
		}
	});
});
