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
	point: { label: m.forecast_held_point, judged: 26_478, held: 22_573 },
	library: { label: m.forecast_held_library, judged: 7_476, held: 6_395 },
	province: { label: m.forecast_held_province, judged: 2_160, held: 1_821 },
	country: { label: m.forecast_held_country, judged: 360, held: 305 },
	halfAYear: { label: m.forecast_held_half_year, judged: 360, held: 305 }
} as const satisfies Record<string, Calibrated>;
