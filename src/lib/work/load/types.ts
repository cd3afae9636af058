import type { RowFate } from '#lib/work/workbook/preview.ts';
import type { Cohort } from '#lib/base/selection/filters.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision, OpeningForm } from '#lib/ledger/event/event.ts';

/** Everything that a first file can say; each sheet has some of these columns. */
export const LOAD_COLUMNS = [
	...['library', 'appliedOn', 'appliedKnownOn', 'cohort', 'point', 'locationType', 'hostName'],
	...['variant', 'town', 'municipality', 'address', 'postcode', 'lat', 'lon', 'plannedOn'],
	...['agreedOn', 'planKnownOn', 'openedOn', 'openingForm', 'openingKnownOn']
] as const;
export type LoadColumn = (typeof LOAD_COLUMNS)[number];

/** The sheets of the template, in the order in which they are filled in. */
export const LOAD_SHEETS = {
	organisations: ['library', 'appliedOn', 'appliedKnownOn', 'cohort'],
	locations: [
		...['library', 'point', 'locationType', 'hostName', 'town', 'municipality', 'address'],
		...['postcode', 'lat', 'lon', 'variant']
	],
	plans: ['library', 'point', 'plannedOn', 'agreedOn', 'planKnownOn'],
	openings: ['library', 'point', 'openedOn', 'openingForm', 'openingKnownOn']
} as const satisfies Record<string, readonly LoadColumn[]>;
export type LoadSheet = keyof typeof LOAD_SHEETS;

/**
 * On which day what a file tells counts as recorded: today, or the day on which it was known as the
 * file says it, which the programme manager has to choose.
 */
export type RecordingDay = 'today' | 'file';

/** A location as the file describes it. */
export interface LoadPlace {
	locationType: string;
	hostName: string | null;
	serviceVariant: string | null;
	town: string;
	municipality: string;
	address: string | null;
	postcode: string | null;
	/** Both or none. */
	spot: { lat: number; lon: number } | null;
}

export interface LoadRemark {
	column: LoadColumn | null;
	kind: 'error' | 'warning';
	text: string;
}

/** A row of the file as far as it can be read without the ledger. */
export interface LoadRow {
	/** Its name within the file. */
	key: string;
	sheet: string;
	/** As the spreadsheet counts it. */
	number: number;
	library: string;
	point: string;
	applied: { on: Day; knownOn: Day | null } | null;
	cohort: Cohort | null;
	place: LoadPlace | null;
	plan: { targetOn: Day; agreedOn: Day | null; knownOn: Day | null } | null;
	opening: {
		on: Day;
		precision: DatePrecision;
		form: OpeningForm | null;
		knownOn: Day | null;
	} | null;
	remarks: LoadRemark[];
	/** A day in it can be two days: the remark says which. */
	asks: boolean;
}

/** What would become of a row. `conflict`: something else is recorded, and stays. */
export type LoadFate = Exclude<RowFate, 'asked' | 'before'>;
