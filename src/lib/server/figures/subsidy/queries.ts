import { sql, type Kysely } from 'kysely';
import { institutesIn, type InstituteScope } from '#lib/access/account/permission.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { LibraryHours } from '#lib/figures/subsidy/bought.ts';
import type { DutyLibrary } from '#lib/figures/subsidy/accountability.ts';
import type { AreaMunicipality, LibraryBase, Succession } from '#lib/figures/subsidy/types.ts';
import type { GrantEntry } from '#lib/programme/grant/course.ts';
import { libraryFilter } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, knownDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { areaHolds, counted } from '#lib/server/programme/grant/counted.ts';

/**
 * Each library that existed on these days, with how many inhabitants it served then. `units` is null
 * when its work area, or a count of it, is not known.
 */
export async function listLibraryBases(
	db: Kysely<DB>,
	where: Where,
	days: readonly Day[]
): Promise<LibraryBase[]> {
	if (days.length === 0) return [];
	const { rows } = await sql<LibraryBase>`
		with ${counted(days)},
		served as (
			select asked.day, area.library_id,
				case when count(*) = count(counted.inhabitants)
					then sum(counted.inhabitants * round(area.share * 10000)::bigint) end as units,
				min(counted.reference_date) as counted_on,
				string_agg(municipality.name || case when area.share < 1
					then ' (' || round(area.share * 100) || '%)' else '' end, '; ' order by municipality.name) as municipalities
			from asked
			join library_municipality area on ${areaHolds}
			join municipality on municipality.code = area.municipality_code
			left join counted on counted.day = asked.day and counted.municipality_code = area.municipality_code
			group by asked.day, area.library_id
		)
		select library.id, library.slug, library.name, library.cohort, province.name as province,
			institute.name as institute, asked.day as reference_on, served.units::bigint as units,
			served.counted_on, served.municipalities
		from asked
		join library on library.active_from <= asked.day and library.active_to > asked.day
		join province on province.code = library.province_code
		join support_institute institute on institute.id = library.support_institute_id
		left join served on served.day = asked.day and served.library_id = library.id
		where ${libraryFilter(where)}
		order by library.name, library.id, asked.day`.execute(db);
	return rows;
}

/**
 * The work areas of these libraries on these days, by name of the municipality. A municipality that began
 * since the first of January before, says from which others.
 */
export async function listAreas(
	db: Kysely<DB>,
	libraryIds: readonly number[],
	days: readonly Day[]
): Promise<AreaMunicipality[]> {
	if (libraryIds.length === 0 || days.length === 0) return [];
	const { rows } = await sql<AreaMunicipality>`
		with ${counted(days)}
		select area.library_id, asked.day as reference_on, municipality.code, municipality.name,
			counted.inhabitants, round(area.share * 10000)::int as share_units, area.source, area.confidence,
			(select coalesce(jsonb_agg(jsonb_build_object('name', other.name, 'on', link.effective_on,
					'share', link.inhabitant_share) order by other.name), '[]')
				from municipality_succession link join municipality other on other.code = link.from_code
				where link.to_code = municipality.code
				and link.effective_on > asked.day - interval '1 year' and link.effective_on <= asked.day) as came_from,
			(select coalesce(jsonb_agg(jsonb_build_object('name', other.name, 'on', link.effective_on,
					'share', link.inhabitant_share) order by other.name), '[]')
				from municipality_succession link join municipality other on other.code = link.to_code
				where link.from_code = municipality.code
				and link.effective_on > asked.day and link.effective_on < asked.day + interval '1 year') as goes_to
		from asked
		join library_municipality area on area.library_id = any (${[...libraryIds]}) and ${areaHolds}
		join municipality on municipality.code = area.municipality_code
		left join counted on counted.day = asked.day and counted.municipality_code = area.municipality_code
		order by area.library_id, asked.day, municipality.name`.execute(db);
	return rows;
}

/** Libraries that went into, or came out of, one of these. */
export async function listSuccessions(
	db: Kysely<DB>,
	libraryIds: readonly number[]
): Promise<Succession[]> {
	if (libraryIds.length === 0) return [];
	const { rows } = await sql<Succession>`
		select link.from_library_id as from_id, link.to_library_id as to_id, link.effective_on as "on",
			former.name as from_name, latter.name as to_name
		from library_succession link
		join library former on former.id = link.from_library_id
		join library latter on latter.id = link.to_library_id
		where link.from_library_id = any (${[...libraryIds]}) or link.to_library_id = any (${[...libraryIds]})
		order by link.effective_on, former.name`.execute(db);
	return rows;
}

/** What was recorded of the subsidy of the libraries that the filters let through, of every day. */
export async function listRecorded(db: Kysely<DB>, where: Where): Promise<GrantEntry[]> {
	const { rows } = await sql<GrantEntry>`
		select entry.id, entry.kind, entry.library_id, entry.scheme_code as scheme, entry.year, entry.on_day,
			entry.amount_cents, entry.undoes_id, entry.recorded_on
		from grant_entry entry join library on library.id = entry.library_id
		where ${libraryFilter(where)}`.execute(db);
	return rows;
}

/** The libraries of one POI, or of all (null), that the filters let through. */
export async function listDutyLibraries(
	db: Kysely<DB>,
	where: Where,
	scope: InstituteScope
): Promise<DutyLibrary[]> {
	const institutes = institutesIn(scope);
	const { rows } = await sql<DutyLibrary>`
		select library.id, library.slug, library.name, province.name as province, institute.name as institute
		from library
		join province on province.code = library.province_code
		join support_institute institute on institute.id = library.support_institute_id
		where ${libraryFilter(where)}
			and (${institutes}::int[] is null or library.support_institute_id = any (${institutes}::int[]))`.execute(
		db
	);
	return rows;
}

/** Of each library with open points on the day: how long these are open in a usual week, as known then. */
export async function listOpenHours(db: Kysely<DB>, where: Where): Promise<LibraryHours[]> {
	const [day, known] = [statusDay(where), knownDay(where)];
	const { rows } = await sql<LibraryHours>`
		with open_point as materialized (
			select stand.library_id, stand.information_point_id as id
			from information_point_state stand join library on library.id = stand.library_id
			where ${holdsOnBoth('stand', where)} and ${libraryFilter(where)}
				and stand.opening = 'achieved' and stand.operation is distinct from 'permanently_closed'
		),
		week as (
			select distinct on (said.information_point_id) said.information_point_id as id, said.value -> 'days' as days
			from point_trait said
			where said.information_point_id in (select id from open_point)
				and said.trait = 'hours' and said.undoes_id is null
				and said.recorded_on <= ${known} and said.valid_from <= ${day}
				and not exists (select from point_trait undo
					where undo.undoes_id = said.id and undo.recorded_on <= ${known})
			order by said.information_point_id, said.valid_from desc, said.id desc
		)
		select open_point.library_id, count(*)::int as points, count(week.days)::int as known,
			coalesce(sum((select sum((spell ->> 1)::int - (spell ->> 0)::int)
				from jsonb_array_elements(week.days) weekday, jsonb_array_elements(weekday) spell)), 0)::int as minutes
		from open_point left join week on week.id = open_point.id
		group by open_point.library_id
		order by open_point.library_id`.execute(db);
	return rows;
}
