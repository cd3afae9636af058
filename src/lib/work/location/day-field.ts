import { z } from 'zod';
import type { Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import { m } from '#lib/paraglide/messages.js';

/** A day that may be left empty; anything else has to be one. */
export const dayField = z
	.string()
	.trim()
	.default('')
	.transform((text, context): Day | null => {
		const day = readDay(text);
		if (text !== '' && day === null) {
			context.addIssue({ code: 'custom', message: m.update_problem_not_a_day() });
		}
		return day;
	});
