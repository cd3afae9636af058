import type { Day } from '#lib/base/day/day.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import type { TaskKind } from '#lib/work/update/work-list.ts';

/** Something that can be asked about: a milestone, or a library or location as a whole. */
export interface Candidate extends Subject {
	/** Its name in a form: `p34-opening`, `b12-record`. */
	key: string;
	/** `record` when it is a library or location as a whole. */
	milestoneCode: string;
	/** The location, when it is about one. */
	pointName: string | null;
	library: { id: number; name: string };
	institute: { id: number; name: string };
	/** What is the matter with it; null when nothing is, or when it is about the whole. */
	kind: TaskKind | null;
	onDay: Day | null;
	/** Somebody asks about it already. */
	isAsked: boolean;
}

/** How many advisers a question goes to. */
export interface Addressee {
	id: number;
	name: string;
	/** Of accounts that have access. */
	advisers: number;
}
