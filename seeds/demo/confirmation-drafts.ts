import { addDays, type Day } from '#lib/base/day/day.ts';
import { workdayBetween } from './calendar.ts';
import type { Draft, DraftSubject } from './draft.ts';
import { randomFor } from './random.ts';

/** The part of the records of an institute that somebody looks through each quarter (invented). */
const LOOKED_AT: Record<string, number> = {
	'biblionet-groningen': 0.4,
	fers: 0.12,
	'biblionet-drenthe': 0.3,
	rijnbrink: 0.5,
	flevoland: 0.2,
	bisc: 0.6,
	probiblio: 0.3,
	zb: 0.7,
	cubiss: 0.2
};
/** Of the points, fewer than of the libraries. */
const POINT_FACTOR = 0.35;
const DAYS_IN_QUARTER = 91;
/** Fourteen quarters, the first and the last day of each. */
const QUARTERS = Array.from({ length: 14 }, (_, index): [Day, Day] => {
	const start = addDays('2019-10-01', index * DAYS_IN_QUARTER);
	return [start, addDays(start, DAYS_IN_QUARTER - 3)];
});

/** "Still right": somebody looked at a record and changed nothing, from `from` until `until`. */
export function confirmationDrafts(
	subject: DraftSubject,
	institute: string,
	from: Day,
	until: Day
): Draft[] {
	const random = randomFor(`confirmed:${JSON.stringify(subject)}`);
	const share = (LOOKED_AT[institute] ?? 0.2) * ('point' in subject ? POINT_FACTOR : 1);
	const drafts: Draft[] = [];
	for (const [start, end] of QUARTERS) {
		if (!random.chance(share)) continue;
		const day = workdayBetween(random, start, end);
		if (day < from || day >= until) continue;
		drafts.push({
			subject,
			milestoneCode: 'record',
			kind: 'confirmed',
			effectiveOn: day,
			recordedOn: day,
			author: institute,
			confidence: 'invented'
		});
	}
	return drafts;
}
