import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { recordBatch, type Recorded } from '#lib/server/work/batch/record-batch.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import type { ReadLine } from '#lib/work/week/read-lines.ts';

/** Records the answered lines of one form as one batch. */
export async function recordAnswers(
	db: Kysely<DB>,
	user: User,
	lines: readonly ReadLine[],
	subjects: ReadonlyMap<string, WorkSubject>,
	today: Day
): Promise<Recorded> {
	const acts = lines.map(({ answer, ...line }) => ({ ...line, act: answer }));
	return recordBatch(db, user, { kind: 'form', label: 'week' }, acts, subjects, today);
}
