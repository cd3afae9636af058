import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { THRESHOLDS } from './threshold.ts';

const { least, most } = THRESHOLDS.silent_weeks;
const error = () => m.freshness_threshold_refused({ least, most });

/** What the programme manager fills in: a whole number of weeks. */
export const thresholdForm = z.object({
	weeks: z
		.string({ error })
		.trim()
		.regex(/^\d{1,3}$/, { error })
		.transform(Number)
		.refine((weeks) => least <= weeks && weeks <= most, { error })
});
