import { sql, type Kysely } from 'kysely';
import { libraryFilter } from '#lib/server/base/selection/filter-sql.ts';
import { knownDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { VISITOR } from '#lib/work/error-report/error-report.ts';
import type { InquiryRow } from '#lib/work/inquiry/figures.ts';
import { answersOf } from './answers.ts';

/**
 * Everything that was asked by the end of K within the filters, with what answered it as known then; the
 * last asked first. A location counts for the library that runs it now, whose adviser is asked.
 */
export async function listInquiries(db: Kysely<DB>, where: Where): Promise<InquiryRow[]> {
	const known = knownDay(where);
	const { rows } = await sql<InquiryRow>`
		select inquiry.id, question, due_on, inquiry.recorded_on as asked_on, milestone_code, answer.reply,
			answer.recorded_on as answered_on, withdrawal.recorded_on as withdrawn_on,
			library.name as library, point.name as point_name, institute.name as institute,
			province.name as province, case when answer.recorded_by is not null
				then coalesce(answerer.name, answer.recorded_for) end as answerer,
			inquiry.recorded_by = ${sql.lit(VISITOR.id)} as is_from_visitor
		from inquiry
		left join information_point point on point.id = inquiry.information_point_id
		left join lateral (
			select library_id from information_point_period
			where information_point_id = point.id and valid_from <= ${where.today}
			order by valid_from desc limit 1
		) period on true
		join library on library.id = coalesce(inquiry.library_id, period.library_id)
		join support_institute institute on institute.id = library.support_institute_id
		join province on province.code = library.province_code
		left join lateral (
			select * from (${answersOf(known)}) given where kind = 'withdrawn'
			order by recorded_at limit 1
		) withdrawal on true
		left join lateral (
			select * from (${answersOf(known)}) given where kind <> 'withdrawn'
				-- What is recorded long after, as work goes on, answers nothing that was no longer asked.
				and (withdrawal.recorded_at is null or given.recorded_at < withdrawal.recorded_at)
			order by recorded_at limit 1
		) answer on true
		left join app_user answerer on answerer.id = answer.recorded_by
		where inquiry.recorded_on <= ${known} and ${libraryFilter(where)}
		order by inquiry.recorded_at desc, inquiry.id desc`.execute(db);
	return rows;
}
