/** A number that the programme manager can set, within bounds that the database keeps as well. */
export const THRESHOLDS = {
	/** Weeks without any look after which a library counts as silent. */
	silent_weeks: { usual: 8, least: 1, most: 52 },
	/** Libraries of which a sum of costs is public. */
	cost_libraries: { usual: 5, least: 3, most: 20 }
} as const;

export type Threshold = keyof typeof THRESHOLDS;
