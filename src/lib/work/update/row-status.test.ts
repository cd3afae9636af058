import { describe, expect, it } from 'vitest';
import { progressOf } from '#lib/ledger/milestone/progress.ts';
import { isExpectedLater, isOverdue } from '#lib/ledger/milestone/lateness.ts';
import { MILESTONES, DUTIES } from '#lib/ledger/milestone/milestone.ts';
import { rowStatusText, slipLabel } from './labels.ts';
import { mayBeDoneToday, type WorkRow } from './work-row.ts';

const TODAY = '2022-01-31';

function row(said: Partial<WorkRow>): WorkRow {
	return {
		...{ milestoneCode: 'training', firstPlanOn: null, planOn: null, forecastOn: null },
		...{ status: null, slipDays: null, overdue: false, warnings: [], acts: [], basedOn: null },
		...{ expectedLater: false, lookedAtOn: null, opened: false, closedForGood: false, ...said }
	};
}

function status(
	kind: NonNullable<WorkRow['status']>['kind'],
	said: Partial<NonNullable<WorkRow['status']>> = {}
): WorkRow['status'] {
	const unsaid = { eventId: 1, targetOn: null, openingForm: null, datePrecision: 'day' } as const;
	return { ...unsaid, kind, effectiveOn: '2022-01-15', ...said };
}

describe('the status of a row', () => {
	it.each<[string, Partial<WorkRow>]>([
		['nog niets gepland', {}],
		['gepland', { planOn: '2022-03-01' }],
		['over tijd', { planOn: '2022-01-01', overdue: true }],
		[
			'over tijd, nagekeken op 28 januari 2022',
			{ planOn: '2022-01-01', overdue: true, lookedAtOn: '2022-01-28' }
		],
		[
			'verwacht op 1 april 2022, later dan gepland',
			{ planOn: '2022-01-01', forecastOn: '2022-04-01', expectedLater: true }
		],
		['vervalt: de locatie is definitief gesloten', { planOn: '2022-01-01', closedForGood: true }],
		[
			'vervalt: de locatie is definitief gesloten',
			{ status: status('on_hold'), closedForGood: true }
		],
		['planning ingetrokken', { firstPlanOn: '2022-01-01' }],
		['nog niet open', { milestoneCode: 'operation' }],
		['open', { milestoneCode: 'operation', opened: true }],
		['gereed op 15 januari 2022', { status: status('achieved') }],
		['gereed in januari 2022', { status: status('achieved', { datePrecision: 'month' }) }],
		['gereed in 2022', { status: status('achieved', { datePrecision: 'year' }) }],
		[
			'kleinschalig geopend in januari 2022',
			{ status: status('achieved', { openingForm: 'kleinschalig', datePrecision: 'month' }) }
		],
		['gepauzeerd vanaf 15 januari 2022', { status: status('on_hold') }],
		['niet van toepassing vanaf 15 januari 2022', { status: status('not_applicable') }],
		['alleen online of telefonisch vanaf 15 januari 2022', { status: status('online_only') }],
		[
			'tijdelijk dicht vanaf 15 januari 2022, einde onbekend',
			{ status: status('temporarily_closed') }
		],
		[
			'tijdelijk dicht vanaf 15 januari 2022, naar verwachting tot 1 maart 2022',
			{ status: status('temporarily_closed', { targetOn: '2022-03-01' }) }
		],
		['weer open vanaf 15 januari 2022', { status: status('reopened') }],
		['definitief gesloten vanaf 15 januari 2022', { status: status('permanently_closed') }]
	])('is "%s"', (text, said) => {
		expect(rowStatusText(row(said), 'nl')).toBe(text);
	});

	const kinds = [null, 'achieved', 'on_hold', 'not_applicable'] as const;
	const days = ['2022-01-01', '2022-03-01', null] as const;
	const flags = [true, false] as const;
	const states = kinds.flatMap((kind) =>
		days.flatMap((planOn) =>
			days.flatMap((forecastOn) =>
				flags.flatMap((planned) =>
					flags.map((closedForGood) => ({ kind, planOn, forecastOn, planned, closedForGood }))
				)
			)
		)
	);

	it.each(states)(
		'never contradicts its state: $kind, plan $planOn, forecast $forecastOn, planned before $planned, closed $closedForGood',
		({ kind, planOn, forecastOn, planned, closedForGood }) => {
			const firstPlanOn = planOn ?? (planned ? '2021-12-01' : null);
			const facts = { planOn, forecastOn, status: kind };
			const said = row({
				...{ firstPlanOn, planOn, forecastOn, closedForGood, status: kind && status(kind) },
				...{ acts: kind === 'achieved' ? [] : ['achieve'], slipDays: planOn && 0 },
				overdue: !closedForGood && isOverdue(facts, TODAY),
				expectedLater: !closedForGood && isExpectedLater(facts, TODAY)
			});
			const text = rowStatusText(said, 'nl');
			const passed = planOn !== null && planOn < TODAY;
			const open = kind === null && !closedForGood;
			expect(/^over tijd/.test(text)).toBe(open && passed && !(forecastOn && forecastOn >= TODAY));
			expect(/^verwacht/.test(text)).toBe(
				open && passed && forecastOn !== null && forecastOn >= TODAY
			);
			expect(text === 'gepland').toBe(open && planOn !== null && !passed);
			expect(text === 'nog niets gepland').toBe(open && firstPlanOn === null);
			expect(text === 'planning ingetrokken').toBe(open && firstPlanOn !== null && planOn === null);
			expect(/^gereed/.test(text)).toBe(kind === 'achieved');
			expect(/^vervalt/.test(text)).toBe(
				closedForGood && kind !== 'achieved' && kind !== 'not_applicable'
			);
			expect(/^gepauzeerd/.test(text)).toBe(kind === 'on_hold' && !closedForGood);
			expect(slipLabel(said) === 'ingetrokken').toBe(
				kind === null && firstPlanOn !== null && planOn === null
			);
			if (slipLabel(said) === 'volgens planning') expect(kind).toBe('achieved');
			if (mayBeDoneToday(said)) expect(open || (kind === 'on_hold' && !closedForGood)).toBe(true);
		}
	);

	it('is as planned only when it is reached', () => {
		expect(slipLabel(row({ slipDays: 0, overdue: true }))).toBe('niet verschoven');
		expect(slipLabel(row({ slipDays: 0, status: status('achieved') }))).toBe('volgens planning');
	});

	it('offers "done today" no more where a location is closed for good', () => {
		const planned = row({ acts: ['achieve'], planOn: '2022-01-01' });
		expect(mayBeDoneToday(planned)).toBe(true);
		expect(mayBeDoneToday({ ...planned, closedForGood: true })).toBe(false);
		expect(mayBeDoneToday({ ...planned, status: status('not_applicable') })).toBe(false);
	});
});

describe('milestones done', () => {
	it('are all of them when every milestone is, whatever the running duties say', () => {
		const ofLibrary = [...MILESTONES, ...DUTIES].filter(({ level }) => level === 'library');
		const steps = ofLibrary.map(({ code }) => ({
			milestoneCode: code,
			status: DUTIES.some((duty) => duty.code === code) ? null : 'achieved'
		}));
		expect(progressOf(steps)).toEqual({ done: 8, applicable: 8 });
	});
});
