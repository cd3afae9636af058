import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Day } from '#lib/base/day/day.ts';
import type { LockKind, QuarterLock } from '#lib/ledger/quarter-lock/quarter-lock.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The quarters that are locked now, with whom they are not locked for; for a question that reads more. */
export const lockedQuarters = (db: Kysely<DB>) =>
	db
		.selectFrom('quarterLocked as locked')
		.select(['locked.quarterStart as start', 'locked.quarterEnd as end'])
		.select((one) =>
			jsonArrayFrom(
				one
					.selectFrom('quarterException as exception')
					.select(['exception.userId', 'exception.until'])
					.whereRef('exception.quarterEnd', '=', 'locked.quarterEnd')
			).as('exceptions')
		)
		.orderBy('locked.quarterEnd')
		// Of a view PostgreSQL does not say that its columns are always filled; the table does.
		.$castTo<QuarterLock>();

/** One decision about a quarter. */
export interface LockEntry {
	id: number;
	quarterEnd: Day;
	kind: LockKind;
	/** Whom the exception is for. */
	userId: string | null;
	userName: string | null;
	until: Day | null;
	reason: string;
	recordedOn: Day;
	/** The author by name, or her organisation when the account is gone. */
	author: string;
}

/** What was decided about this quarter (or about all), the last first. */
export async function listLockEntries(
	db: Kysely<DB>,
	quarterEnd: Day | null
): Promise<LockEntry[]> {
	const { rows } = await sql<LockEntry>`
		select lock.id, lock.quarter_end, lock.kind, lock.user_id, person.name as user_name, lock.until,
			lock.reason, lock.recorded_on, coalesce(author.name, lock.recorded_for) as author
		from quarter_lock lock
		left join app_user person on person.id = lock.user_id
		left join app_user author on author.id = lock.recorded_by
		where ${quarterEnd}::date is null or lock.quarter_end = ${quarterEnd}::date
		order by lock.recorded_at desc, lock.id desc`.execute(db);
	return rows;
}

/** What somebody decides about a quarter that is over. */
export type LockDecision = { quarterEnd: Day; reason: string } & (
	| { kind: 'locked' | 'unlocked' }
	| { kind: 'excepted'; userId: string; until: Day }
	| { kind: 'exception_ended'; userId: string }
);

/**
 * Records the decision; `same` when it changes nothing (a form sent twice), so that nothing is
 * recorded. The caller has checked who decides and that the quarter is over.
 */
export async function decideAboutQuarter(
	db: Kysely<DB>,
	author: Author,
	decision: LockDecision
): Promise<'recorded' | 'same'> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const { quarterEnd, kind, reason } = decision;
		const userId = 'userId' in decision ? decision.userId : null;
		const until = 'until' in decision ? decision.until : null;
		if (isSame(await listLockEntries(trx, quarterEnd), { kind, userId, until })) return 'same';
		await trx
			.insertInto('quarterLock')
			.values({
				...{ quarterEnd, kind, userId, until, reason },
				...{ recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.execute();
		return 'recorded';
	});
}

/** Whether the last decision of the same matter was the same; what nobody decided is open, without exceptions. */
function isSame(
	entries: readonly LockEntry[],
	{ kind, userId, until }: Pick<LockEntry, 'kind' | 'userId' | 'until'>
): boolean {
	const last = entries.find((entry) => entry.userId === userId);
	if (!last) return kind === 'unlocked' || kind === 'exception_ended';
	return last.kind === kind && last.until === until;
}

/** Who can be named in an exception: everybody who can record. */
export async function listRecorders(
	db: Kysely<DB>
): Promise<{ id: string; name: string; organisation: string }[]> {
	return db
		.selectFrom('appUser')
		.select(['id', 'name', 'organisation'])
		.where('role', 'in', ['advisor', 'programme_manager'])
		.where('active', '=', true)
		.orderBy('organisation')
		.orderBy('name')
		.execute();
}
