import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { DUTIES, milestonesOf, OPERATION, RECORD } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listOpenInquiries } from '#lib/server/work/inquiry/list-open.ts';
import { findWorkLibrary, findWorkPoint } from '#lib/server/work/update/queries.ts';
import type { Candidate } from '#lib/work/asking/types.ts';
import { lineKey } from '#lib/work/week/answer.ts';

/** What can be asked about a library, or a location: its milestones, and the whole. */
export function codesToAsk(level: SubjectLevel): string[] {
	const own = level === 'library' ? DUTIES.map(({ code }) => code) : [OPERATION];
	return [RECORD, ...milestonesOf(level), ...own];
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
	const id = readId(named.slice(1));
	if (id === null || !/^[bp]/.test(named)) return [];
	const subject = named.startsWith('p')
		? await findWorkPoint(db, id, today)
		: await findLibrary(db, id, today);
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

async function findLibrary(db: Kysely<DB>, id: number, today: Day) {
	const row = await db.selectFrom('library').select('slug').where('id', '=', id).executeTakeFirst();
	return row && (await findWorkLibrary(db, row.slug, today));
}
