import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { Day } from '#lib/base/day/day.ts';
import { locksFor } from '#lib/ledger/quarter-lock/quarter-lock.ts';
import { DUTIES, milestonesOf, OPERATION } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import type { Circumstances } from '#lib/work/update/rules.ts';
import { situationOf } from '#lib/work/update/situation.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import type { Rules } from './queries.ts';

/** Everything that can be recorded about a library or about a location, in order. */
export function codesOf(level: SubjectLevel): string[] {
	const others = level === 'library' ? DUTIES.map(({ code }) => code) : [OPERATION];
	return [...milestonesOf(level), ...others];
}

/**
 * What decides whether an act on this milestone may be recorded today; `events` are the subject's.
 * Without a user it is only looked at, not recorded.
 */
export function circumstancesOf(
	subject: WorkSubject,
	events: readonly RecordedEvent[],
	{ steps, reasons, locks }: Rules,
	milestoneCode: string,
	today: Day,
	userId: string | null
): Circumstances {
	const isPoint = subject.level === 'information_point';
	return {
		today,
		exists: subject.exists,
		belongs: codesOf(subject.level).includes(milestoneCode),
		notApplicableAllowed: steps.some(
			(step) => step.milestoneCode === milestoneCode && step.notApplicableAllowed
		),
		milestone: situationOf(events, milestoneCode, today),
		operation: isPoint ? situationOf(events, OPERATION, today) : null,
		opening: isPoint ? situationOf(events, 'opening', today) : null,
		startsOn: subject.startsOn,
		locked: userId === null ? [] : locksFor(locks, userId, today),
		corrected: null,
		knownReasons: reasons.filter(({ active }) => active).map(({ code }) => code)
	};
}
