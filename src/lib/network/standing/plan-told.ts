import type { PlanStory } from './why-late.ts';

/** All that is told of a plan, for a page and for its files. */
export interface PlanTold {
	story: PlanStory | null;
	/** The label of the reason; null when none was given or nothing is late. */
	reason: string | null;
	/** Where it stands; null without a plan that ever was. */
	text: string | null;
	/** What stands below a status: see `lateLine` of why-late.ts. */
	line: string | null;
}

export const NO_PLAN_TOLD: PlanTold = { story: null, reason: null, text: null, line: null };
