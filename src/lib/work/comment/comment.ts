import type { Day } from '#lib/base/day/day.ts';

/** The most characters of a comment; a constraint of the database says the same. */
export const LONGEST_COMMENT = 2_000;

/** A comment as its reader sees it; what was withdrawn keeps its place, and says so. */
export interface Comment {
	id: number;
	/** Null: about the library or location as a whole. */
	milestoneCode: string | null;
	said: string;
	/** Who said it, by name, or her organisation when the account is gone. */
	author: string;
	organisation: string;
	recordedOn: Day;
	/** When it was withdrawn, and by whom; null as long as it stands. */
	withdrawn: { on: Day; by: string } | null;
	/** Whether this reader may withdraw it. */
	mayWithdraw: boolean;
}
