import type { Day } from '#lib/base/day/day.ts';
import type { BoardPhase, PointSteps } from './phase.ts';

/** A library on the board. */
export interface BoardCard {
	id: number;
	slug: string;
	name: string;
	phase: BoardPhase;
	/** The next step, its location when it is one of a location, and when it is expected. */
	next: { milestoneCode: string; pointName: string | null; planOn: Day | null } | null;
	/** Milestones over tijd, of the library and its locations. */
	overdue: number;
	/** The last day on which somebody looked; null when nobody ever did. */
	lastOn: Day | null;
	/** How many materials of the toolkit it has, of those that it needs. */
	toolkit: { there: number; needed: number };
	/** Its locations, each with its own phase; those closed for good are left out. */
	points: readonly (Pick<PointSteps, 'id' | 'opened'> & { name: string; phase: BoardPhase })[];
}

/** One column: the first cards of it by name, and how many there are in all. */
export interface BoardColumn {
	phase: BoardPhase;
	count: number;
	cards: readonly BoardCard[];
}
