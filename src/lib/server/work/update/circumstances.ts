import type { Kysely } from 'kysely';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { Day } from '#lib/base/day/day.ts';
import {
	DUTIES,
	milestonesOf,
	OPERATION,
	type SubjectLevel
} from '#lib/ledger/milestone/milestone.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Circumstances } from '#lib/work/update/rules.ts';
import { situationOf } from '#lib/work/update/situation.ts';
import type { TemplateStep, WorkSubject } from '#lib/work/update/work-subject.ts';
import { listReasons, listTemplateSteps, type Reason } from './queries.ts';

/** What the template and the programme manager have laid down for a subject. */
export interface Rules {
	steps: TemplateStep[];
	reasons: Reason[];
}

export async function readRules(db: Kysely<DB>, subject: WorkSubject): Promise<Rules> {
	return {
		steps: await listTemplateSteps(db, subject.templateId),
		reasons: await listReasons(db)
	};
}

/** Everything that can be recorded about a library or about a location, in order. */
export function codesOf(level: SubjectLevel): string[] {
	const others = level === 'library' ? DUTIES.map(({ code }) => code) : [OPERATION];
	return [...milestonesOf(level), ...others];
}

/** What decides whether an act on this milestone may be recorded today; `events` are the subject's. */
export function circumstancesOf(
	subject: WorkSubject,
	events: readonly RecordedEvent[],
	{ steps, reasons }: Rules,
	milestoneCode: string,
	today: Day
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
		corrected: null,
		knownReasons: reasons.filter(({ active }) => active).map(({ code }) => code)
	};
}
