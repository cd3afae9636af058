import type { Day } from '#lib/base/day/day.ts';

/** The official opening in Venlo: all fifteen kopgroep libraries start. */
export const START_DAY: Day = '2019-07-01';
/** The 200th location, in Oegstgeest. Source: bibliotheeknetwerk.nl, "200ste IDO in bibliotheek geopend". */
export const DAY_200: Day = '2021-06-24';

export interface NotableDay {
	day: Day;
	kind: 'start' | 'year_end' | 'two_hundredth' | 'today';
}

/** The days worth jumping to, in order, none of them after today. */
export function notableDays(today: Day): NotableDay[] {
	const days: NotableDay[] = [
		{ day: START_DAY, kind: 'start' },
		{ day: DAY_200, kind: 'two_hundredth' }
	];
	for (let year = 2019; year < Number(today.slice(0, 4)); year++)
		days.push({ day: `${year}-12-31`, kind: 'year_end' });
	return [
		...days.filter(({ day }) => day < today).sort((a, b) => (a.day < b.day ? -1 : 1)),
		{ day: today, kind: 'today' }
	];
}
