import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';

/**
 * What an `inquiry` was answered by, as rows `(kind, reply, recorded_at, recorded_on, recorded_by,
 * recorded_for)`, known at the end of `knownOn` (null: everything): answers in words and other replies,
 * and what was recorded of the milestone since it was asked. Of a whole record "still right" is that.
 * What was taken back counts no more, so whoever undoes an answer opens the question again.
 */
export function answersOf(knownOn: Day | null): RawBuilder<unknown> {
	const known = (table: string) =>
		sql`(${knownOn}::date is null or ${sql.ref(`${table}.recorded_on`)} <= ${knownOn})`;
	const columns = sql`given.recorded_at, given.recorded_on, given.recorded_by, given.recorded_for`;
	const recorded = (subject: string) => sql`
		select 'recorded' as kind, null::text as reply, ${columns} from event given
		where ${sql.ref(`given.${subject}`)} = ${sql.ref(`inquiry.${subject}`)}
			and given.milestone_code = coalesce(inquiry.milestone_code, ${RECORD})
			and given.recorded_at > inquiry.recorded_at and ${known('given')}
			and not exists (select from event undo
				where undo.corrects_event_id = given.id and undo.kind = 'undone' and ${known('undo')})
			-- Taking back what was itself the answer leaves none; taking back an older entry is one.
			and not (given.kind = 'undone' and exists (select from event undone
				where undone.id = given.corrects_event_id and undone.recorded_at > inquiry.recorded_at))`;
	return sql`
		select given.kind, given.reply, ${columns} from inquiry_reply given
		where given.inquiry_id = inquiry.id and given.kind <> 'undone' and ${known('given')}
			and not exists (select from inquiry_reply undo
				where undo.undoes_id = given.id and ${known('undo')})
		union all ${recorded('library_id')} union all ${recorded('information_point_id')}`;
}

/** The condition on `inquiry` that it still wants its answer. */
export const isOpen: RawBuilder<boolean> = sql<boolean>`not exists (${answersOf(null)})`;
