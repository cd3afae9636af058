import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { subjectKey, type SubjectLevel } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listOpenInquiries } from '#lib/server/work/inquiry/list-open.ts';
import { codesOf } from '#lib/server/work/update/circumstances.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import type { Candidate } from '#lib/work/asking/types.ts';
import { lineKey, readLineKey } from '#lib/work/update/line-key.ts';

/** What can be asked about a library, or a location: its milestones, and the whole. */
export function codesToAsk(level: SubjectLevel): string[] {
	return [RECORD, ...codesOf(level)];
}

/**
 * One record that an address names (`over`: `b12` or `p34`), as each of the things that can be asked about
 * it; none when there is no such record.
 */
export async function findCandidates(
	db: Kysely<DB>,
	named: string,
	today: Day
): Promise<Candidate[]> {
	const whole = readLineKey(`${named}-${RECORD}`);
	if (!whole) return [];
	const subject = (await listSubjects(db, [whole], today)).get(subjectKey(whole));
	if (!subject) return [];
	const institute = await db
		.selectFrom('supportInstitute')
		.select(['id', 'name'])
		.where('id', '=', subject.library.supportInstituteId)
		.executeTakeFirstOrThrow();
	const open = await listOpenInquiries(db, [subject]);
	return codesToAsk(subject.level).map((milestoneCode) => ({
		...{ level: subject.level, id: subject.id, milestoneCode },
		key: lineKey({ level: subject.level, id: subject.id, milestoneCode }),
		pointName: subject.level === 'library' ? null : subject.name,
		library: { id: subject.library.id, name: subject.library.name },
		...{ institute, kind: null, onDay: null },
		isAsked: open.some((one) => one.milestoneCode === milestoneCode)
	}));
}
