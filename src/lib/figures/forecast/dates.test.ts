import { describe, expect, it } from 'vitest';
import { asMadeOn, forecastDates } from './dates.ts';

const TODAY = '2022-01-31';

describe('the days of a forecast', () => {
	it.each([
		['today', { validOn: TODAY, knownOn: null }, { day: TODAY, knownOn: TODAY }],
		[
			'an earlier day with everything that is known now',
			{ validOn: '2020-12-31', knownOn: null },
			{ day: '2020-12-31', knownOn: TODAY }
		],
		[
			'an earlier day as known a little later',
			{ validOn: '2020-12-31', knownOn: '2021-02-01' },
			{ day: '2020-12-31', knownOn: '2021-02-01' }
		],
		[
			'a day of which nothing was known yet',
			{ validOn: '2021-06-30', knownOn: '2020-12-31' },
			{ day: '2020-12-31', knownOn: '2020-12-31' }
		],
		['a day to come', { validOn: '2022-06-30', knownOn: null }, { day: TODAY, knownOn: TODAY }]
	])('of %s', (_, asOf, dates) => {
		expect(forecastDates(asOf, TODAY)).toEqual(dates);
	});

	it('are one and the same when it is judged', () => {
		expect(asMadeOn('2020-12-31')).toEqual({ day: '2020-12-31', knownOn: '2020-12-31' });
	});
});
