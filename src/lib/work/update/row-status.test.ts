import { describe, expect, it } from 'vitest';
import { progressOf } from '#lib/ledger/milestone/progress.ts';
import { MILESTONES, DUTIES } from '#lib/ledger/milestone/milestone.ts';
import { rowStatusText, slipLabel } from './labels.ts';
import { mayBeDoneToday, type WorkRow } from './work-row.ts';

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
