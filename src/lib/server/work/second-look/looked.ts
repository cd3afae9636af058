import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { answersOf, isOpen } from '#lib/server/work/inquiry/answers.ts';
import type { LookedOpening, OpeningState } from '#lib/work/second-look/second-look.ts';

/**
 * For `with`: the openings that are looked at, as rows `(event_id, point_id, library_id, province_code,
 * state)`: of the provinces where a second look is asked, those recorded from its day on that still say
 * what the location says. What a programme manager recorded herself needs no second look of hers.
 */
const looked = (today: Day): RawBuilder<unknown> => sql`
	looked as (
		select event.id as event_id, event.information_point_id as point_id, library.id as library_id,
			rule.province_code, case
				when said.approved + said.returned < 1 + (event.opening_form is not null)::int then 'waiting'
				when said.returned > 0 then 'returned' else 'approved' end as state
		from second_look_province rule
		join library on library.province_code = rule.province_code
		join information_point_period period on period.library_id = library.id
			and period.valid_from <= ${today} and ${today} < period.valid_to
		join event on event.information_point_id = period.information_point_id
			and event.milestone_code = 'opening' and event.kind = 'achieved' and event.recorded_on >= rule.from_on
		cross join lateral (
			select count(*) filter (where look.verdict = 'approved') as approved,
				count(*) filter (where look.verdict = 'returned' and ${isOpen}) as returned
			from second_look_last look left join inquiry on inquiry.id = look.inquiry_id
			where look.event_id = event.id
		) said
		where not exists (select from event later where later.corrects_event_id = event.id)
			and not exists (select from app_user author
				where author.id = event.recorded_by and author.role = 'programme_manager')
	)`;

/** Which openings are asked for; all of them when nothing is given. */
export interface LookedWhere {
	state?: OpeningState;
	provinceCode?: string;
	pointId?: number;
	eventIds?: readonly number[];
	limit?: number;
	offset?: number;
}

/** The openings that are looked at, with all that was said of them; what was recorded first comes first. */
export async function listLooked(
	db: Kysely<DB>,
	{ state, provinceCode, pointId, eventIds, limit, offset }: LookedWhere,
	today: Day
): Promise<LookedOpening[]> {
	const { rows } = await sql<LookedOpening>`
		with ${looked(today)}
		select event.id as event_id, point.id as point_id, point.name as point, library.name as library,
			province.name as province, event.effective_on as opened_on, event.date_precision as precision,
			event.opening_form as form, event.recorded_on, coalesce(recorder.name, event.recorded_for) as recorder,
			(select max(id) from second_look where second_look.event_id = event.id) as newest_look,
			coalesce((
				select json_agg(json_build_object(
					'field', look.field, 'verdict', look.verdict, 'reason', look.reason,
					'isAsked', inquiry.id is not null and ${isOpen}, 'reply', answer.reply,
					'inquiryId', look.inquiry_id, 'on', look.recorded_on,
					'by', coalesce(looker.name, look.recorded_for)) order by look.field)
				from second_look_last look
				left join inquiry on inquiry.id = look.inquiry_id
				left join app_user looker on looker.id = look.recorded_by
				left join lateral (
					select given.reply from (${answersOf(null)}) given where given.kind <> 'withdrawn'
					order by given.recorded_at limit 1
				) answer on true
				where look.event_id = event.id), '[]') as looks,
			coalesce((
				select json_agg(json_build_object('field', look.field, 'reason', look.reason) order by look.field)
				from second_look_last look
				where look.event_id = event.corrects_event_id and look.verdict = 'returned'), '[]') as earlier
		from looked join event on event.id = looked.event_id
		join information_point point on point.id = looked.point_id
		join library on library.id = looked.library_id
		join province on province.code = looked.province_code
		left join app_user recorder on recorder.id = event.recorded_by
		where (${state ?? null}::text is null or looked.state = ${state ?? null})
			and (${provinceCode ?? null}::text is null or looked.province_code = ${provinceCode ?? null})
			and (${pointId ?? null}::int is null or looked.point_id = ${pointId ?? null})
			and (${eventIds ? [...eventIds] : null}::bigint[] is null
				or looked.event_id = any (${eventIds ? [...eventIds] : null}::bigint[]))
		order by event.recorded_at, event.id
		limit ${limit ?? null} offset ${offset ?? 0}`.execute(db);
	return rows;
}

/** How the second look stands in a province. */
export interface ProvinceLook {
	code: string;
	slug: string;
	name: string;
	/** Openings recorded from this day on are looked at; null when none are. */
	fromOn: Day | null;
	waiting: number;
	returned: number;
	approved: number;
}

/** The provinces by name, with how many openings wait for whom. */
export async function listProvinceLooks(db: Kysely<DB>, today: Day): Promise<ProvinceLook[]> {
	const { rows } = await sql<ProvinceLook>`
		with ${looked(today)}
		select province.code, province.slug, province.name, rule.from_on,
			count(*) filter (where looked.state = 'waiting')::int as waiting,
			count(*) filter (where looked.state = 'returned')::int as returned,
			count(*) filter (where looked.state = 'approved')::int as approved
		from province
		left join second_look_province rule on rule.province_code = province.code
		left join looked on looked.province_code = province.code
		group by province.code, province.slug, province.name, rule.from_on
		order by province.name`.execute(db);
	return rows;
}

/** The opening of a location as the second look has it; null when nobody looks at it. */
export async function findPointLook(
	db: Kysely<DB>,
	pointId: number,
	today: Day
): Promise<LookedOpening | null> {
	return (await listLooked(db, { pointId }, today)).at(-1) ?? null;
}
