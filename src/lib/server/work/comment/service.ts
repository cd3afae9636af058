import { sql, type Kysely } from 'kysely';
import type { LibraryScope } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import { subjectIds } from '#lib/server/ledger/subject/columns.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

export interface NewComment {
	/** Null: about the library or location as a whole. */
	milestoneCode: string | null;
	said: string;
}

/**
 * Adds a comment; the caller has checked that the user may write for this library. The same words of the
 * same author on the same day are one comment, so that a form sent twice says it once.
 */
export async function addComment(
	db: Kysely<DB>,
	user: User,
	subject: Subject,
	{ milestoneCode, said }: NewComment
): Promise<void> {
	const { libraryId, informationPointId } = subjectIds(subject);
	await db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		await sql`
			insert into record_comment (library_id, information_point_id, milestone_code, said, recorded_at, recorded_by, recorded_for)
			select ${libraryId}::int, ${informationPointId}::int, ${milestoneCode}::text, ${said}::text,
				${recordedAt}::timestamptz, ${user.id}, ${user.organisation}
			where not exists (select from record_comment same
				where same.library_id is not distinct from ${libraryId}::int
					and same.information_point_id is not distinct from ${informationPointId}::int
					and same.milestone_code is not distinct from ${milestoneCode}::text
					and same.said = ${said} and same.recorded_by = ${user.id}
					and same.recorded_on = (${recordedAt}::timestamptz at time zone 'Europe/Amsterdam')::date
					and not exists (select from record_comment gone where gone.withdraws_id = same.id))`.execute(trx);
	});
}

/** Withdraws a comment of this library or location; only its author or the programme manager may. */
export async function withdrawComment(
	db: Kysely<DB>,
	user: User,
	subject: Subject,
	library: LibraryScope,
	id: number
): Promise<'withdrawn' | 'forbidden' | 'unknown'> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const { libraryId, informationPointId } = subjectIds(subject);
		const comment = await trx
			.selectFrom('recordComment as said')
			.leftJoin('recordComment as gone', 'gone.withdrawsId', 'said.id')
			.select(['said.recordedBy', 'said.milestoneCode', 'gone.id as goneId'])
			.where('said.id', '=', id)
			.where('said.said', 'is not', null)
			.where('said.libraryId', 'is not distinct from', libraryId)
			.where('said.informationPointId', 'is not distinct from', informationPointId)
			.executeTakeFirst();
		if (!comment) return 'unknown';
		if (!mayUndo(user, comment, library)) return 'forbidden';
		if (comment.goneId !== null) return 'withdrawn';
		await trx
			.insertInto('recordComment')
			.values({
				...{ libraryId, informationPointId, milestoneCode: comment.milestoneCode },
				...{ withdrawsId: id, recordedBy: user.id, recordedFor: user.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.execute();
		return 'withdrawn';
	});
}
