import type { Day } from '#lib/base/day/day.ts';
import type { Warning } from '#lib/work/update/warnings.ts';

/** An open step of a library or location, with the day that its template gives it. */
export interface StepLine {
	/** The name of the line, behind those of its fields: `p34-training`. */
	key: string;
	milestoneCode: string;
	/** The newest event of the milestone, which the plan is based on. */
	basedOn: number | null;
	planOn: Day | null;
	onHold: boolean;
	/** Counted back from the opening; it may have passed. */
	countedOn: Day;
	/** The same, where it is still to come: what is filled in. */
	proposedOn: Day | null;
	/**
	 * `new`: there is no plan yet; `moves`: the plan says another day; `same`: it says this one;
	 * `past`: the day has passed, so that a person has to choose one.
	 */
	fate: 'new' | 'moves' | 'same' | 'past';
	/** Once planned so, what deserves a second look. */
	warnings: Warning[];
}

/** From which day a plan is counted back, and why that one. */
export interface OpeningDay {
	on: Day;
	said: 'achieved' | 'planned' | 'asked';
}

/** The open steps of one library or location. */
export interface StepGroup {
	/** `b12` or `p34`. */
	key: string;
	level: 'library' | 'information_point';
	id: number;
	name: string;
	/** Null: nobody planned an opening, and the address does not name a day. */
	opening: OpeningDay | null;
	template: { profile: string; version: number };
	lines: StepLine[];
}

/** What the form gives back when not everything could be recorded. */
export interface StepPlanState {
	/** Everything that was typed, by the name of the field. */
	values: Record<string, string>;
	/** One sentence per wrong field, by its name; of the form as a whole by `form`. */
	errors: Record<string, string>;
	/** What somebody else recorded in between, as sentences by the name of the line. */
	conflicts: Record<string, string>;
	/** How many were recorded all the same. */
	recorded: number;
	batchId: number | null;
}
