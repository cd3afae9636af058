import type { Day } from '#lib/base/day/day.ts';
import type { View } from '#lib/base/selection/view.ts';

/** Reports that one organisation had to answer, by the end of D. */
export interface AnsweredBy {
	/** The POI; null: KB. */
	institute: string | null;
	received: number;
	answered: number;
	/** Median of the days between receipt and answer; null when nothing was answered. */
	medianDays: number | null;
	/** Unanswered for longer than an adviser has. */
	late: number;
}

/** How fast reports of errors are answered. */
export interface ResponseTimes {
	view: View;
	today: Day;
	demoData: boolean;
	rows: AnsweredBy[];
	/** Of all together. */
	all: AnsweredBy;
}
