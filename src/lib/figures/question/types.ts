import type { Day } from '#lib/base/day/day.ts';
import type { View } from '#lib/base/selection/view.ts';

/** Fewer questions than this at one location are not kept or shown: they could tell about a person. */
export const SMALLEST_SHOWN = 5;

/** One line of a file: the location and its questions; null when there were fewer than five. */
export interface QuestionCount {
	informationPointId: number;
	questions: number | null;
}

/** The registered questions of one quarter, of the locations that the filters let through. */
export interface QuarterQuestions {
	quarterEnd: Day;
	/** Together, without those of the suppressed locations. */
	questions: number;
	/** Locations in the file. */
	locations: number;
	/** Of these, the locations with fewer than five questions. */
	suppressed: number;
	/** Locations that were open on the last day of the quarter. */
	open: number;
	importedOn: Day;
}

/** A published number of questions, beside the rollout on the day that it is about. */
export interface PublishedQuestions {
	dated: string;
	appliesOn: Day;
	value: number;
	atLeast: boolean;
	description: string;
	publisher: string;
	source: string;
	/** Locations that were open on that day, by our definition. */
	open: number;
}

/** Everything that the page about questions shows. */
export interface Questions {
	view: View;
	today: Day;
	demoData: boolean;
	quarters: readonly QuarterQuestions[];
	published: readonly PublishedQuestions[];
}
