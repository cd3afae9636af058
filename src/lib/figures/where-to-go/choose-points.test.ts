import { describe, expect, it } from 'vitest';
import type { OpeningSchedule, Spells } from '#lib/network/opening-hours/hours.ts';
import { choosePlanned, choosePoints } from './choose-points.ts';
import type { CandidatePoint } from './types.ts';

const FROM = { lat: 52, lon: 5 };
/** A Wednesday. */
const DAY = '2022-02-02';
/** So much further north is about 11 km. */
const STEP = 0.1;

const point = (id: number, steps: number, other: Partial<CandidatePoint> = {}): CandidatePoint => ({
	...{ id, name: `Punt ${id}`, library: 'Bibliotheek', librarySlug: 'bibliotheek' },
	...{ address: null, postcode: null, town: 'Stad', municipality: 'Stad' },
	...{ lat: FROM.lat + steps * STEP, lon: FROM.lon, approximate: false, invented: false },
	...{ accessible: true, onlineOnly: false },
	...other
});

/** Open on Wednesdays as told, and on no other day. */
const onWednesday = (spells: Spells): OpeningSchedule => ({
	weeks: [
		{ validFrom: '2019-01-01', week: { days: [[], [], spells, [], [], [], []], kind: null } }
	],
	exceptions: []
});
const OPEN = onWednesday([[540, 1020]]);
const SHUT = onWednesday([]);

const chosen = (candidates: CandidatePoint[], schedules: [number, OpeningSchedule][]) => {
	const { points, shut } = choosePoints(FROM, candidates, new Map(schedules), DAY);
	const told = (found: typeof points) => found.map(({ id, state }) => `${id} ${state}`);
	return [told(points), told(shut)];
};

describe('the nearest points that are open', () => {
	it('are the nearest three, whatever the order in which they were read', () => {
		const all = [point(4, 4), point(2, -2), point(3, 3), point(1, 1)];
		const schedules = all.map(({ id }): [number, OpeningSchedule] => [id, OPEN]);
		expect(chosen(all, schedules)).toEqual([['1 open', '2 open', '3 open'], []]);
	});

	it('are none that has other hours on the day, and these are told apart', () => {
		const all = [point(1, 1), point(2, 2), point(3, 3), point(4, 4), point(5, 5)];
		const schedules: [number, OpeningSchedule][] = [
			[1, SHUT],
			[2, OPEN],
			[3, OPEN],
			[4, OPEN],
			[5, SHUT]
		];
		// The fifth is further away than what is told, so it need not be told.
		expect(chosen(all, schedules)).toEqual([['2 open', '3 open', '4 open'], ['1 closed_that_day']]);
	});

	it('may be points of which no hours are known, which say so', () => {
		expect(chosen([point(1, 1), point(2, 2)], [[2, OPEN]])[0]).toEqual([
			'1 hours_unknown',
			'2 open'
		]);
	});

	it('are no points that are closed for a time or only help online', () => {
		const all = [
			point(1, 1, { accessible: false }),
			point(2, 2, { accessible: false, onlineOnly: true }),
			point(3, 3)
		];
		expect(
			chosen(all, [
				[1, OPEN],
				[2, OPEN],
				[3, OPEN]
			])
		).toEqual([['3 open'], ['1 temporarily_closed', '2 online_only']]);
	});

	it('are none on a day on which all are closed, of which the nearest are told', () => {
		const all = [1, 2, 3, 4].map((id) => point(id, id));
		const schedules = all.map(({ id }): [number, OpeningSchedule] => [id, SHUT]);
		expect(chosen(all, schedules)).toEqual([
			[],
			['1 closed_that_day', '2 closed_that_day', '3 closed_that_day']
		]);
	});

	it('follow an exception to the usual hours', () => {
		const exceptions = [{ id: 1, from: DAY, until: DAY, name: 'Studiedag', spells: [] }];
		expect(chosen([point(1, 1)], [[1, { ...OPEN, exceptions }]])).toEqual([
			[],
			['1 closed_that_day']
		]);
	});
});

describe('the next one that is planned', () => {
	const planned = (id: number, steps: number) => ({
		...{ id, name: `Punt ${id}`, municipality: 'Stad', planOn: '2022-03-01', invented: false },
		...{ lat: FROM.lat + steps * STEP, lon: FROM.lon }
	});

	it('is the nearest, and none when all are far away', () => {
		expect(choosePlanned(FROM, [planned(2, 2), planned(1, 1)])?.id).toBe(1);
		expect(choosePlanned(FROM, [planned(3, 3)])).toBeNull();
		expect(choosePlanned(FROM, [])).toBeNull();
	});
});
