import type { Day } from '#lib/base/day/day.ts';
import type { Cohort } from '#lib/base/selection/filters.ts';
import type { DatePrecision, OpeningForm } from '#lib/ledger/event/event.ts';
import type { PlacedPoint } from './place-point.ts';
import type { LoadFate, LoadPlace, LoadRow, RecordingDay } from './types.ts';

/** A location that is added, or one that is there and is described for the first time. */
export interface LoadPoint extends PlacedPoint {
	/** What events of this load call it by. */
	ref: string;
	/** The location that is described. */
	existingId: number | null;
	name: string;
	templateId: number;
	place: LoadPlace;
}

export interface LoadEvent {
	about: { libraryId: number } | { pointId: number } | { ref: string };
	milestoneCode: 'aanvraag' | 'opening';
	kind: 'achieved' | 'planned';
	effectiveOn: Day;
	targetOn: Day | null;
	precision: DatePrecision;
	form: OpeningForm | null;
	/** Null is today. */
	recordedOn: Day | null;
	/** What public sources said of it, which this puts right. */
	correctsEventId: number | null;
}

/** A row with what becomes of it. */
export interface JudgedRow {
	row: LoadRow;
	fate: LoadFate;
	/** What it changes, in words. */
	changes: string[];
	/** The library or location that is there already. */
	libraryId: number | null;
	pointId: number | null;
}

/** What a file does to the monitor as it is now. */
export interface LoadPlan {
	rows: JudgedRow[];
	cohorts: { libraryId: number; cohort: Cohort }[];
	points: LoadPoint[];
	events: LoadEvent[];
}

export interface LoadChoices {
	today: Day;
	recording: RecordingDay;
}
