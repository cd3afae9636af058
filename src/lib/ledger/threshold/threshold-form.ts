import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { THRESHOLDS, type Threshold } from './threshold.ts';

/** What the programme manager fills in: a whole number within the bounds of the threshold. */
export function thresholdForm(name: Threshold) {
	const { least, most } = THRESHOLDS[name];
	const error = () => m.threshold_refused({ least, most });
	return z.object({
		value: z
			.string({ error })
			.trim()
			.regex(/^\d{1,3}$/, { error })
			.transform(Number)
			.refine((value) => least <= value && value <= most, { error })
	});
}
