import type { Errors, Values } from '#lib/base/form/read-form.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import type { CellBase } from './cell.ts';

/** A cell as it is sent to the page. */
export interface GridCell extends CellBase {
	/** `b12-training`, `p34-opening`. */
	key: string;
	/** What stands in it. */
	text: string;
	/** The other lanes and the slip, small below it. */
	notes: string[];
	/** What deserves a second look, in a few words. */
	warnings: string[];
	look: 'done' | 'late' | null;
	/** Why nothing can be filled in; null when it can. */
	closed: 'done' | 'imprecise' | 'ended' | 'not_applicable' | null;
}

export interface GridRow {
	level: SubjectLevel;
	id: number;
	name: string;
	/** The library that it is, or that the location belongs to. */
	libraryName: string;
	href: string;
	/** One for each column; null where the milestone is of the other level. */
	cells: (GridCell | null)[];
}

/** Somebody else recorded something in between: both values, and a choice. */
export interface CellConflict {
	key: string;
	label: string;
	mine: string;
	/** What she recorded, as a sentence with who and when. */
	theirs: string;
	theirsId: number;
}

/** What the form of the table gives back when not everything could be recorded. */
export interface GridFormState {
	/** The fields beside the table, as they were filled in, and what is wrong with them. */
	values: Values;
	fieldErrors: Errors;
	/** By the name of the cell: what was filled in and is not recorded, and what is wrong with it. */
	texts: Record<string, string>;
	errors: Record<string, string>;
	/** By the name of the cell: what it is about. */
	labels: Record<string, string>;
	conflicts: CellConflict[];
	/** The names of the cells that are dealt with. */
	settled: string[];
	/** Whether a plan long past is asked about. */
	pastAsked: boolean;
	recorded: number;
	batchId: number | null;
}

/** What a table shows. */
export interface GridParams {
	lane: 'plan' | 'forecast' | 'done';
	show: 'all' | 'libraries' | 'locations';
	/** The slug of a POI, for who sees all. */
	poi: string | null;
	/** The slugs of one province and of one library; null for all. */
	province: string | null;
	library: string | null;
	/** Many rows on one page. */
	long: boolean;
	page: number;
}
