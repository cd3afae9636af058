import { sql, type Transaction } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * Adds events until there are about `wanted`: a week after each plan that counts another plan and
 * in between an expectation, as far as they had been recorded by the last day, and then
 * confirmations. The projection has to be rebuilt afterwards.
 */
export async function lengthenHistories(trx: Transaction<DB>, wanted: number): Promise<void> {
	await sql`
		with last as (select max(recorded_on) as day from event)
		insert into event (library_id, information_point_id, milestone_code, kind, effective_on, target_on,
			reason_code, recorded_at, recorded_by, recorded_for, confidence)
		select library_id, information_point_id, milestone_code, more.kind, effective_on + more.days,
			target_on + 2 * more.days, reason_code, recorded_at + make_interval(days => more.days),
			recorded_by, recorded_for, confidence
		from event, last, (values ('planned', 7), ('forecast', 3)) more(kind, days)
		where event.kind = 'planned' and recorded_on + more.days <= last.day
			and not exists (select from event later where later.corrects_event_id = event.id)
		order by event.id, more.kind
		limit greatest(0, ${wanted} - (select count(*) from event))`.execute(trx);
	await sql`
		with missing as (select greatest(0, ${wanted} - count(*)) as number, max(recorded_at) as until from event),
		subject as (
			select library_id, information_point_id, min(recorded_at) as since, min(recorded_by) as recorded_by,
				min(recorded_for) as recorded_for, row_number() over (order by library_id, information_point_id) as position,
				count(*) over () as subjects
			from event group by library_id, information_point_id
		), moment as (
			-- At noon, so that a day earlier is a day earlier also over a change to summer time.
			select subject.*, date_trunc('day', since + (until - since) * ((turn * 37 % 101) / 102.0), 'UTC')
				+ interval '12 hours' as at
			from missing, generate_series(0, missing.number - 1) as turn
			join subject on subject.position = 1 + turn % subject.subjects
		)
		insert into event (library_id, information_point_id, milestone_code, kind, effective_on,
			recorded_at, recorded_by, recorded_for, confidence)
		select library_id, information_point_id, 'record', 'confirmed', (at at time zone 'Europe/Amsterdam')::date,
			at, recorded_by, recorded_for, 'invented'
		from moment`.execute(trx);
}
