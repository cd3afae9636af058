/** A number that the programme manager can set, within bounds that the database keeps as well. */
export const THRESHOLDS = {
	/** Weeks without any look after which a library counts as silent. */
	silent_weeks: { usual: 8, least: 1, most: 52 }
} as const;

export type Threshold = keyof typeof THRESHOLDS;
