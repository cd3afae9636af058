import { m } from '#lib/paraglide/messages.js';

/** Something that was forecast in the simulated countries, and how it came out. */
export interface Calibrated {
	label: () => string;
	/** How often it was compared with what happened. */
	judged: number;
	/** How often it had happened as the P85 forecast said. */
	held: number;
}

/**
 * How the model did on the 360 simulated countries of `calibration.test.ts`, for the page about the
 * method. That test measures these numbers again and fails when they are no longer those.
 */
export const CALIBRATION = {
	point: { label: m.forecast_held_point, judged: 26_478, held: 23_317 },
	library: { label: m.forecast_held_library, judged: 7_476, held: 6_661 },
	province: { label: m.forecast_held_province, judged: 2_160, held: 1_923 },
	country: { label: m.forecast_held_country, judged: 360, held: 320 },
	halfAYear: { label: m.forecast_held_half_year, judged: 360, held: 357 }
} as const satisfies Record<string, Calibrated>;

/** Of so many, how many came out. */
interface HeldOf {
	held: number;
	judged: number;
}

/** The forecasts of quarters of the demo story beside what came of them by the end of 2022. */
export interface StoryRow {
	label: () => string;
	before: HeldOf;
	now: HeldOf;
}

/**
 * What the version before and this one said of the same quarters (measured with 2,000 runs; of the last
 * row one quarter counts once).
 */
export const STORY = {
	firstBefore: {
		label: m.forecast_story_first_before,
		before: { held: 80, judged: 310 },
		now: { held: 216, judged: 268 }
	},
	firstLater: {
		label: m.forecast_story_first_later,
		before: { held: 394, judged: 434 },
		now: { held: 319, judged: 329 }
	},
	halfYear: {
		label: m.forecast_story_half_year,
		before: { held: 3, judged: 12 },
		now: { held: 10, judged: 12 }
	}
} as const satisfies Record<string, StoryRow>;
