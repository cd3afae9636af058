import { sql, type Kysely } from 'kysely';
import type { LibraryScope } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import { subjectIds } from '#lib/server/ledger/subject/columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Comment } from '#lib/work/comment/comment.ts';

interface CommentRow {
	id: number;
	milestoneCode: string | null;
	said: string;
	author: string;
	organisation: string;
	recordedBy: string;
	recordedOn: Day;
	withdrawnOn: Day | null;
	withdrawnBy: string | null;
}

const SHOWN = 200;

const isOf = (subject: Subject) => {
	const { libraryId, informationPointId } = subjectIds(subject);
	return sql<boolean>`(said.library_id = ${libraryId} or said.information_point_id = ${informationPointId})`;
};

/** The comments on a library or location and its milestones, the last first. */
export async function listComments(
	db: Kysely<DB>,
	reader: User,
	subject: Subject,
	library: LibraryScope
): Promise<Comment[]> {
	const { rows } = await sql<CommentRow>`
		select said.id, said.milestone_code, said.said, coalesce(author.name, said.recorded_for) as author,
			said.recorded_for as organisation, said.recorded_by, said.recorded_on,
			withdrawal.recorded_on as withdrawn_on,
			case when withdrawal.id is not null then coalesce(who.name, withdrawal.recorded_for) end as withdrawn_by
		from record_comment said
		left join app_user author on author.id = said.recorded_by
		left join record_comment withdrawal on withdrawal.withdraws_id = said.id
		left join app_user who on who.id = withdrawal.recorded_by
		where ${isOf(subject)} and said.said is not null
		order by said.recorded_at desc, said.id desc
		limit ${SHOWN}`.execute(db);
	return rows.map(({ recordedBy, withdrawnOn, withdrawnBy, ...row }) => ({
		...row,
		withdrawn:
			withdrawnOn === null || withdrawnBy === null ? null : { on: withdrawnOn, by: withdrawnBy },
		mayWithdraw: withdrawnOn === null && mayUndo(reader, { recordedBy }, library)
	}));
}

/** How many comments on a library or location and its milestones stand. */
export async function countComments(db: Kysely<DB>, subject: Subject): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from record_comment said
		where ${isOf(subject)} and said.said is not null and not exists (
			select from record_comment withdrawal where withdrawal.withdraws_id = said.id)`.execute(db);
	return rows[0]!.count;
}
