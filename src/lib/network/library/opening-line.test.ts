import { describe, expect, it } from 'vitest';
import { milestoneLine, type LaneState, type MilestoneLine } from '#lib/ledger/milestone/line.ts';
import { byUrgency, libraryOpeningLine } from './opening-line.ts';
import { pointOf, libraryOf } from '#lib/ledger/subject/subject.ts';

const DAY = '2021-06-30';
const milestone = { subject: pointOf(7), milestoneCode: 'opening' };
const days = { factDay: DAY, knownDay: DAY };

function lane(name: LaneState['lane'], kind: string, on: string): LaneState {
	return {
		...milestone,
		lane: name,
		kind,
		onDay: on,
		targetOn: name === 'status' ? null : on,
		openingForm: null,
		reasonCode: kind === 'on_hold' ? 'lockdown' : null,
		datePrecision: 'day',
		recordedOn: '2021-01-01',
		recordedFor: 'Cubiss',
		confidence: 'invented',
		source: null
	};
}

const opening = (...lanes: LaneState[]): MilestoneLine => milestoneLine(milestone, lanes, [], days);
const standing = { id: 3, firstPlanOn: '2020-09-01', planOn: null, openedOn: null };

describe('the opening of a library as one line', () => {
	it('counts its slip from the earliest first plan, also when another point opened first', () => {
		const first = opening(
			lane('first_plan', 'planned', '2020-12-01'),
			lane('plan', 'planned', '2020-12-01'),
			lane('status', 'achieved', '2020-12-03')
		);
		const line = libraryOpeningLine({ ...standing, openedOn: '2020-12-03' }, first, DAY);
		expect(line).toMatchObject({
			subject: libraryOf(3),
			status: 'achieved',
			statusOn: '2020-12-03',
			firstPlanOn: '2020-09-01',
			slipDays: 93,
			lateness: null
		});
	});

	it('is late by its current plan when nothing opened', () => {
		const first = opening(lane('plan', 'planned', '2021-05-31'));
		const line = libraryOpeningLine({ ...standing, planOn: '2021-05-31' }, first, DAY);
		expect(line).toMatchObject({ status: null, slipDays: 272, lateness: 'overdue' });
	});

	it('keeps the reason of what is on hold', () => {
		const first = opening(lane('status', 'on_hold', '2021-02-01'));
		const line = libraryOpeningLine(standing, first, DAY);
		expect(line).toMatchObject({
			status: 'on_hold',
			statusOn: '2021-02-01',
			statusReasonCode: 'lockdown',
			lateness: 'behind_first_plan'
		});
	});

	it('has no opening when its only point opened and closed for good', () => {
		const first = opening(lane('status', 'achieved', '2020-09-01'));
		expect(libraryOpeningLine(standing, first, DAY)).toMatchObject({
			status: null,
			statusOn: null
		});
	});

	it('is empty for a library without points', () => {
		const line = libraryOpeningLine({ ...standing, firstPlanOn: null }, undefined, DAY);
		expect(line).toMatchObject({ firstPlanOn: null, slipDays: null, moves: [], lateness: null });
	});
});

it('what is not open comes first, then what slipped most', () => {
	const line = (id: number, openedOn: string | null, planOn: string | null) =>
		libraryOpeningLine({ id, firstPlanOn: '2020-09-01', planOn, openedOn }, undefined, DAY);
	const lines = [
		line(1, '2020-09-02', null),
		line(2, null, '2021-09-01'),
		line(3, '2021-02-01', null),
		line(4, null, '2022-02-01')
	];
	expect(lines.sort(byUrgency).map(({ subject }) => subject.id)).toEqual([4, 2, 3, 1]);
});
