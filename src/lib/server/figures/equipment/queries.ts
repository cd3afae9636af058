import { sql, type Kysely } from 'kysely';
import type { EquippedLibrary } from '#lib/figures/equipment/types.ts';
import { libraryFilter, libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, knownDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * The libraries of D with what they have, as known on K: items of the toolkit, milestones of training,
 * and of their open points how many people were trained and whether the entry in G!DS was checked.
 */
export async function listEquippedLibraries(
	db: Kysely<DB>,
	where: Where
): Promise<EquippedLibrary[]> {
	const [day, known] = [statusDay(where), knownDay(where)];
	const { rows } = await sql<EquippedLibrary>`
		with listed as materialized (
			select library.id, library.slug, library.name, province.name as province
			from library join province on province.code = library.province_code
			where ${libraryIsActive(where)} and ${libraryFilter(where)}
		),
		said as (
			select distinct on (library_id, item_code) library_id, item_code, state
			from toolkit_entry entry
			where library_id in (select id from listed) and undoes_id is null
				and recorded_on <= ${known} and on_day <= ${day}
				and not exists (select from toolkit_entry undo
					where undo.undoes_id = entry.id and undo.recorded_on <= ${known})
			order by library_id, item_code, on_day desc, id desc
		),
		item as (
			select library_id, jsonb_object_agg(item_code, state) as items from said group by library_id
		),
		step as (
			select stand.library_id,
				min(stand.kind) filter (where stand.milestone_code = 'elearning') as elearning,
				min(stand.kind) filter (where stand.milestone_code = 'training') as training
			from milestone_state stand
			where stand.lane = 'status' and stand.milestone_code in ('elearning', 'training')
				and stand.kind in ('achieved', 'not_applicable')
				and stand.library_id in (select id from listed) and ${holdsOnBoth('stand', where)}
			group by stand.library_id
		),
		open_point as materialized (
			select stand.library_id, stand.information_point_id as id
			from information_point_state stand
			where stand.library_id in (select id from listed) and ${holdsOnBoth('stand', where)}
				and stand.opening = 'achieved' and stand.operation is distinct from 'permanently_closed'
		),
		trait as (
			select distinct on (said.information_point_id, said.trait) said.information_point_id, said.trait, said.value
			from point_trait said
			where said.information_point_id in (select id from open_point)
				and said.trait in ('trained_count', 'gids_checked_on') and said.undoes_id is null
				and said.recorded_on <= ${known} and said.valid_from <= ${day}
				and not exists (select from point_trait undo
					where undo.undoes_id = said.id and undo.recorded_on <= ${known})
			order by said.information_point_id, said.trait, said.valid_from desc, said.id desc
		),
		point as (
			select open_point.library_id, count(*)::int as points,
				sum((trained.value #>> '{}')::int)::int as trained, count(gids.value)::int as checked
			from open_point
			left join trait trained on trained.information_point_id = open_point.id and trained.trait = 'trained_count'
			left join trait gids on gids.information_point_id = open_point.id and gids.trait = 'gids_checked_on'
			group by open_point.library_id
		)
		select listed.slug, listed.name, listed.province, coalesce(item.items, '{}') as items, step.elearning,
			step.training, point.trained, coalesce(point.points, 0) as points, coalesce(point.checked, 0) as checked
		from listed
		left join item on item.library_id = listed.id
		left join step on step.library_id = listed.id
		left join point on point.library_id = listed.id
		order by listed.name, listed.id`.execute(db);
	return rows;
}
