import type { Changes } from '#lib/figures/progress/types.ts';

/** A little of each line of the curve of progress. */
export const changes: Changes = {
	firstPlan: [{ day: '2020-01-01', change: 5 }],
	plan: [{ day: '2020-06-01', change: 5 }],
	planOpened: [{ day: '2020-06-01', change: 3 }],
	fact: [
		{ day: '2020-02-01', change: 1 },
		{ day: '2020-03-01', change: 2 },
		{ day: '2020-09-01', change: 9 }
	],
	forecast: [{ day: '2020-08-01', change: 1 }]
};
