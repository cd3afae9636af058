import type { Day } from '#lib/base/day/day.ts';
import type { LineSubject } from '#lib/work/update/line-key.ts';

/** The columns of the sheet of milestones, in their order. */
export const COLUMNS = [
	'library',
	'point',
	'milestone',
	'firstPlanOn',
	'planOn',
	'forecastOn',
	'state',
	'stateOn',
	'openingForm',
	'reason',
	'note',
	'stamp'
] as const;
export type Column = (typeof COLUMNS)[number];

/** What a milestone can stand at in a file; nothing said is `open`. */
export const STATES = ['open', 'achieved', 'on_hold', 'not_applicable'] as const;
export type State = (typeof STATES)[number];

export const OPENING_FORMS = ['volledig', 'kleinschalig', 'alleen_online'] as const;
export type OpeningWord = (typeof OPENING_FORMS)[number];

/** What a row says of a milestone, and what the ledger says of it. */
export interface RowValues {
	planOn: Day | null;
	forecastOn: Day | null;
	state: State;
	stateOn: Day | null;
	openingForm: OpeningWord | null;
}
export type ValueColumn = keyof RowValues;
export const VALUE_COLUMNS = [
	...['planOn', 'forecastOn', 'state', 'stateOn', 'openingForm']
] as ValueColumn[];

/** Something about a cell, or about the row as a whole (null). */
export interface Remark {
	column: Column | null;
	kind: 'error' | 'warning';
	text: string;
}

/** A row of a file as far as it can be read without the ledger. */
export interface FileRow {
	/** Its name within the file. */
	key: string;
	sheet: string;
	/** As the spreadsheet counts it. */
	number: number;
	library: string;
	point: string;
	milestone: string;
	/** Which milestone it is about, and its newest entry when the workbook was made. */
	stamp: { subject: LineSubject; basedOn: number | null } | null;
	/** Only what the row says. */
	said: Partial<RowValues>;
	reason: string | null;
	note: string | null;
	remarks: Remark[];
	/** It has a date that can be two days, and the order of day and month is not known. */
	asks: boolean;
}
