import { sql, type Kysely, type RawBuilder } from 'kysely';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { idsOf, type Subject } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { OpenInquiry } from '#lib/work/inquiry/inquiry.ts';
import { isOpen } from './answers.ts';

/** An open question with what it is about; of a whole record the milestone is `record`. */
export interface AskedOf extends OpenInquiry {
	libraryId: number | null;
	informationPointId: number | null;
	milestoneCode: string;
}

/**
 * For `with`, behind the tables `scope` (libraries) and `point` (their locations): what is asked of
 * them now, a row for each milestone or whole record.
 */
export const askedNow: RawBuilder<unknown> = sql`
	asked as materialized (
		select coalesce(scope.id, point.library_id) as library_id, point.id as point_id,
			coalesce(inquiry.milestone_code, ${RECORD}) as milestone_code, min(inquiry.due_on) as due_on
		from inquiry
		left join scope on scope.id = inquiry.library_id
		left join point on point.id = inquiry.information_point_id
		where (scope.id is not null or point.id is not null) and ${isOpen}
		group by 1, 2, 3
	)`;

/** The open questions about these libraries and locations themselves, the first to be answered first. */
export async function listOpenInquiries(
	db: Kysely<DB>,
	subjects: readonly Subject[]
): Promise<AskedOf[]> {
	if (subjects.length === 0) return [];
	const { rows } = await sql<AskedOf>`
		select inquiry.id, question, due_on, recorded_on as asked_on,
			coalesce(asker.name, inquiry.recorded_for) as asker,
			inquiry.recorded_by = 'visitor' and asker.id is null as is_public, library_id, information_point_id,
			coalesce(milestone_code, ${RECORD}) as milestone_code
		from inquiry left join app_user asker on asker.id = inquiry.recorded_by
		where (library_id = any (${idsOf('library', subjects)}::int[])
				or information_point_id = any (${idsOf('information_point', subjects)}::int[]))
			and ${isOpen}
		order by due_on, inquiry.id`.execute(db);
	return rows;
}
