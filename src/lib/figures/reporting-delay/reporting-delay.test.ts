import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#lib/base/day/day.ts';
import { incompleteByProvince, instituteDelays, lateMark, ofCountry, together } from './mark.ts';
import { reportDays, type ReportedEvent } from './report.ts';
import {
	incompleteFrom,
	measuredPeriod,
	reportingDelay,
	shareWithin,
	USUAL_SHARE
} from './reporting-delay.ts';
import type { RegionDelayCount } from './types.ts';

const anyCounts = fc.array(
	fc.record({ days: fc.nat({ max: 400 }), count: fc.integer({ min: 1, max: 30 }) }),
	{ minLength: 1, maxLength: 20 }
);

describe('the reporting delay', () => {
	it('is the day within which half, and 90%, had been recorded', () => {
		const counts = [1, 2, 3, 4, 5, 6, 7, 8, 30, 60].map((days) => ({ days, count: 1 }));
		expect(reportingDelay(counts)).toEqual({ count: 10, median: 5, usual: 30 });
	});

	it('is not told when too few were measured', () => {
		expect(reportingDelay([{ days: 3, count: 4 }])).toEqual({
			count: 4,
			median: null,
			usual: null
		});
		expect(reportingDelay([])).toEqual({ count: 0, median: null, usual: null });
	});

	it('has at least 90% recorded within it, and less a day before', () => {
		fc.assert(
			fc.property(anyCounts, (counts) => {
				const { usual } = reportingDelay([...counts, { days: 0, count: 5 }]);
				const all = [...counts, { days: 0, count: 5 }];
				expect(shareWithin(all, usual ?? -1)).toBeGreaterThanOrEqual(USUAL_SHARE);
				expect(shareWithin(all, (usual ?? 0) - 1)).toBeLessThan(USUAL_SHARE);
			})
		);
	});
});

describe('the period that is measured', () => {
	it('is a year, up to D, of openings that are old enough on K', () => {
		expect(measuredPeriod('2022-01-31', '2022-01-31', '2019-01-07')).toEqual({
			from: '2020-11-03',
			to: '2021-11-02'
		});
		expect(measuredPeriod('2020-12-31', '2022-01-31', '2019-01-07')).toEqual({
			from: '2020-01-02',
			to: '2020-12-31'
		});
	});

	it('does not reach back before anything was recorded here', () => {
		expect(measuredPeriod('2020-12-31', '2022-01-31', '2020-06-01')?.from).toBe('2020-06-01');
		expect(measuredPeriod('2019-12-31', '2022-01-31', '2020-06-01')).toBeNull();
		expect(measuredPeriod('2019-12-31', '2022-01-31', null)).toBeNull();
	});
});

const anyEvent = fc.record({
	kind: fc.constantFrom('achieved', 'achieved', 'planned', 'on_hold', 'undone' as const),
	happened: fc.nat({ max: 300 }),
	late: fc.nat({ max: 100 }),
	corrects: fc.option(fc.nat({ max: 10 }), { freq: 3 }),
	bulk: fc.boolean(),
	precise: fc.boolean()
});

const anyHistory = fc.array(anyEvent, { maxLength: 8 }).map((drafts): ReportedEvent[] => {
	const events = drafts.map((draft, index): ReportedEvent => {
		const effectiveOn = addDays('2020-01-01', draft.happened);
		const recordedOn = addDays(effectiveOn, draft.late);
		const { corrects } = draft;
		return {
			id: index + 1,
			kind: draft.kind,
			effectiveOn,
			targetOn: draft.kind === 'planned' ? addDays(effectiveOn, 90) : null,
			recordedAt: `${recordedOn}T08:00:0${index}Z`,
			recordedOn,
			correctsEventId: corrects !== null && corrects < index ? corrects + 1 : null,
			datePrecision: draft.precise ? 'day' : 'month',
			bulk: draft.bulk
		};
	});
	return events;
});
const anyDay = fc.nat({ max: 420 }).map((days) => addDays('2020-01-01', days));

describe('the delay of one opening', () => {
	it('does not change by what is recorded after K', () => {
		fc.assert(
			fc.property(anyHistory, anyDay, anyDay, (events, validOn, knownOn) => {
				const known = events.filter(({ recordedOn }) => recordedOn <= knownOn);
				expect(reportDays(events, validOn, knownOn)).toEqual(reportDays(known, validOn, knownOn));
			})
		);
	});

	it('is never negative, and lies before both dates', () => {
		fc.assert(
			fc.property(anyHistory, anyDay, anyDay, (events, validOn, knownOn) => {
				const found = reportDays(events, validOn, knownOn);
				fc.pre(found !== null);
				expect(found.days).toBeGreaterThanOrEqual(0);
				expect(found.happenedOn <= validOn).toBe(true);
				expect(addDays(found.happenedOn, found.days) <= knownOn).toBe(true);
			})
		);
	});

	const opening: ReportedEvent = {
		id: 1,
		kind: 'achieved',
		effectiveOn: '2020-03-01',
		targetOn: null,
		recordedAt: '2020-03-11T09:00:00Z',
		recordedOn: '2020-03-11',
		correctsEventId: null,
		datePrecision: 'day',
		bulk: false
	};

	it('is the days from opening to recording', () => {
		expect(reportDays([opening], '2020-04-01', '2020-04-01')).toEqual({
			happenedOn: '2020-03-01',
			days: daysBetween('2020-03-01', '2020-03-11')
		});
		expect(reportDays([opening], '2020-04-01', '2020-03-10')).toBeNull();
	});

	it('counts to the first recording, also when it was taken back and recorded again', () => {
		const later = { recordedAt: '2020-03-20T09:00:00Z', recordedOn: '2020-03-20' };
		const undone = { ...opening, ...later, id: 2, kind: 'undone', correctsEventId: 1 } as const;
		const again = {
			...opening,
			recordedAt: '2020-03-25T09:00:00Z',
			recordedOn: '2020-03-25',
			id: 3
		};
		expect(reportDays([opening, undone], '2020-04-01', '2020-04-01')).toBeNull();
		expect(reportDays([opening, undone, again], '2020-04-01', '2020-04-01')?.days).toBe(10);
	});

	it('is not measured of what was loaded in bulk, corrected, or known by month only', () => {
		const later = { recordedAt: '2020-03-20T09:00:00Z', recordedOn: '2020-03-20' };
		const correction = {
			...{ ...opening, ...later, id: 2, correctsEventId: 1 },
			effectiveOn: '2020-03-04'
		};
		const measured = (...events: ReportedEvent[]) => reportDays(events, '2020-04-01', '2020-04-01');
		expect(measured({ ...opening, bulk: true })).toBeNull();
		expect(measured({ ...opening, datePrecision: 'month' })).toBeNull();
		expect(measured(opening, correction)).toBeNull();
		expect(reportDays([opening, correction], '2020-04-01', '2020-03-15')?.days).toBe(10);
	});
});

const count = (institute: string, days: number, some: number, everywhere = some) =>
	({
		institute,
		provinceCode: institute,
		days,
		count: some,
		everywhere
	}) satisfies RegionDelayCount;

describe('what is probably incomplete', () => {
	it('begins with the first day on which fewer days have passed than usual', () => {
		expect(incompleteFrom('2022-01-31', 24)).toBe('2022-01-08');
		expect(incompleteFrom('2022-01-31', 1)).toBe('2022-01-31');
		expect(incompleteFrom('2022-01-31', 0)).toBe('2022-02-01');
	});

	const counts = [count('fers', 20, 3, 12), count('zb', 2, 6)];

	it('follows the delay of what is shown, up to the last day with facts', () => {
		const mark = lateMark(counts, ofCountry(counts), {
			knownOn: '2022-01-31',
			factDay: '2022-01-31'
		});
		expect(mark).toEqual({
			delay: { count: 9, median: 2, usual: 20 },
			ofCountry: false,
			from: '2022-01-12',
			to: '2022-01-31'
		});
		const before = lateMark(counts, ofCountry(counts), {
			knownOn: '2022-01-31',
			factDay: '2022-01-11'
		});
		expect(before.from).toBeNull();
	});

	it('takes the delay of the country when too little is shown, and none when that is too little', () => {
		const few = [count('fers', 20, 3, 12), count('zb', 2, 0, 6)];
		const mark = lateMark(few, ofCountry(few), { knownOn: '2022-01-31', factDay: '2022-01-31' });
		expect(mark).toMatchObject({ ofCountry: true, delay: { count: 18, median: 20 } });
		const none = lateMark([], [], { knownOn: '2022-01-31', factDay: '2022-01-31' });
		expect(none).toMatchObject({ ofCountry: false, from: null, delay: { count: 0 } });
	});

	it('follows per province its own delay, or that of the country', () => {
		const days = { knownOn: '2022-01-31', factDay: '2022-01-31' };
		const found = incompleteByProvince(counts, ['fers', 'zb', 'elsewhere'], days);
		expect([...found]).toEqual([
			['fers', '2022-01-12'],
			['zb', '2022-01-30'],
			['elsewhere', '2022-01-12']
		]);
	});

	it('is told per support institute, the slowest first', () => {
		const names = [
			{ slug: 'cubiss', name: 'Cubiss' },
			{ slug: 'fers', name: 'Fers' },
			{ slug: 'zb', name: 'ZB' }
		];
		const told = instituteDelays([...counts, count('fers', 21, 4)], names, '2022-01-31');
		expect(told.map(({ slug, usual }) => [slug, usual])).toEqual([
			['fers', 21],
			['zb', 2],
			['cubiss', null]
		]);
		expect(told[2]).toMatchObject({ count: 0, incompleteFrom: null });
		expect(told[0]?.incompleteFrom).toBe('2022-01-11');
		expect(together(counts)).toEqual([
			{ days: 2, count: 6 },
			{ days: 20, count: 3 }
		]);
	});
});
