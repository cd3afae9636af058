import type { Day } from '#lib/base/day/day.ts';
import { DAY_OF_200TH, workdayBetween } from './calendar.ts';
import type { Random } from './random.ts';

/**
 * How many points in libraries open in each period, so that the published counts hold: 15 at the
 * start, 29 at the end of 2019, 73 in 2020, 199 before the 200th, about 400 on 29 November 2021,
 * 439 at the end of 2021 and 664 of 2022. Two that close for good (one of them in 2022) come on top.
 */
export const PERIODS: readonly { from: Day; to: Day; openings: number }[] = [
	{ from: '2019-07-01', to: '2019-07-01', openings: 15 },
	{ from: '2019-07-02', to: '2019-12-31', openings: 14 },
	{ from: '2020-01-01', to: '2020-12-31', openings: 44 },
	{ from: '2021-01-01', to: '2021-06-23', openings: 126 },
	{ from: DAY_OF_200TH, to: DAY_OF_200TH, openings: 1 },
	{ from: '2021-06-25', to: '2021-11-29', openings: 211 },
	{ from: '2021-11-30', to: '2021-12-31', openings: 29 },
	{ from: '2022-01-01', to: '2022-12-31', openings: 226 }
];

/** Stretches in which points opened, with how busy they were; holidays and closures are left out. */
const BUSY: readonly [from: Day, to: Day, weight: number][] = [
	['2019-09-03', '2019-10-18', 4],
	['2019-10-29', '2019-12-13', 8],
	['2020-01-14', '2020-03-12', 8],
	['2020-06-09', '2020-07-10', 7],
	['2020-08-25', '2020-10-30', 20],
	['2020-11-20', '2020-12-11', 9],
	// Doors closed: small openings, by appointment.
	['2021-01-12', '2021-03-31', 14],
	['2021-04-06', '2021-05-18', 23],
	['2021-05-20', '2021-06-08', 38],
	['2021-06-09', '2021-06-11', 20],
	['2021-06-14', '2021-06-23', 30],
	['2021-06-25', '2021-07-16', 22],
	['2021-08-24', '2021-09-30', 78],
	['2021-10-01', '2021-10-29', 58],
	['2021-11-02', '2021-11-29', 52],
	['2021-11-30', '2021-12-17', 28],
	['2022-01-11', '2022-02-25', 34],
	['2022-03-01', '2022-04-29', 46],
	['2022-05-02', '2022-07-15', 58],
	['2022-08-29', '2022-10-14', 50],
	['2022-10-17', '2022-12-16', 38]
];

/** An invented opening day from `from` to `to`, on a working day and never the day of the 200th. */
export function openingDay(random: Random, from: Day, to: Day): Day {
	const open = BUSY.filter((stretch) => stretch[0] <= to && from <= stretch[1]);
	const [start, end] = random.pickWeighted(open, (stretch) => stretch[2]);
	return workdayBetween(random, start < from ? from : start, end > to ? to : end);
}
