import type { RolloutStatus } from '#lib/base/status/rollout-status.ts';
import type { Day } from '#lib/base/day/day.ts';

/** An organisation that is not open yet, in words. */
export interface WaitingRow {
	id: number;
	slug: string;
	name: string;
	status: RolloutStatus;
	firstPlanOn: Day | null;
	/** Where its plan stands. */
	text: string;
	/** What holds it up; null when it is not late. */
	why: string | null;
}

/** The first that wait, and how many do. */
export interface Waiting {
	rows: readonly WaitingRow[];
	total: number;
}
