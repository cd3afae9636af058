import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { movesText, moveText } from './labels.ts';
import { reasonOf, type MilestoneLine } from './line.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

function line(said: Partial<MilestoneLine>): MilestoneLine {
	return {
		...{ subject: { level: 'information_point', id: 1 }, milestoneCode: 'opening' },
		...{ firstPlanOn: '2021-05-19', planOn: '2021-05-19', forecastOn: null, slipDays: 0 },
		...{ status: null, statusOn: null, statusPrecision: 'day', statusReasonCode: null },
		...{ openingForm: null, moves: [], lateness: null, lastRecord: null },
		...said
	};
}

describe('how far a plan moved', () => {
	it.each<[string, Partial<MilestoneLine>]>([
		['niet verschoven', {}],
		['12 dagen later', { slipDays: 12 }],
		['volgens planning', { status: 'achieved' }],
		['–', { firstPlanOn: null, planOn: null, slipDays: null }],
		// A plan that is gone did not stay where it was.
		['ingetrokken', { planOn: null }],
		['12 dagen later', { planOn: null, status: 'on_hold', slipDays: 12 }]
	])('is %s', (text, said) => {
		expect(moveText(line(said), '2021-05-19')).toBe(text);
	});
});

describe('a plan that has passed', () => {
	it('moves on until the day looked at, unless something explains it', () => {
		expect(moveText(line({}), '2021-05-20')).toBe('1 dag later, nog niet gereed');
		expect(moveText(line({ planOn: '2021-05-31', slipDays: 12 }), '2021-06-18')).toBe(
			'30 dagen later, nog niet gereed'
		);
		expect(moveText(line({ status: 'on_hold' }), '2021-06-18')).toBe('niet verschoven');
	});
});

describe('the changes of a plan', () => {
	it.each<[string, (string | null)[]]>([
		['', []],
		['1 keer verschoven', ['2021-06-01']],
		['1 keer ingetrokken', [null]],
		['2 keer verschoven, 1 keer ingetrokken', ['2021-06-01', null, '2021-09-01']]
	])('are told apart: "%s"', (text, days) => {
		expect(movesText(days.map((toOn) => ({ toOn })))).toBe(text);
	});
});

describe('why it is not reached', () => {
	const moved = { status: null, statusReasonCode: null, moves: [{ reasonCode: 'ict' }] };

	it('is the reason of the last change of its plan, and of a pause while that lasts', () => {
		expect(reasonOf(moved)).toBe('ict');
		expect(reasonOf({ ...moved, moves: [{ reasonCode: 'ict' }, { reasonCode: null }] })).toBe(null);
		expect(reasonOf({ ...moved, status: 'on_hold', statusReasonCode: 'personeel' })).toBe(
			'personeel'
		);
		expect(reasonOf({ ...moved, status: 'on_hold' })).toBe(null);
		expect(reasonOf({ ...moved, moves: [] })).toBe(null);
	});
});
