import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Slips } from '#lib/figures/vanguard/types.ts';
import { libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, holdsOnDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

interface LibraryRow {
	id: number;
	slug: string;
	name: string;
	mainTown: string | null;
	province: string;
	lat: number;
	lon: number;
	isVanguard: boolean;
	startedOn: Day | null;
}

/**
 * The libraries that exist on D, where they lie (their main town; without one the middle of their work
 * area), and since when they are at it: their application, or the day on which an opening was planned first.
 */
export async function listComparedLibraries(db: Kysely<DB>, where: Where): Promise<LibraryRow[]> {
	const query = sql<LibraryRow>`
		with applied as materialized (
			select state.library_id, min(state.on_day) as day from milestone_state state
			where state.milestone_code = 'aanvraag' and state.lane = 'status' and state.kind = 'achieved'
				and state.library_id is not null and ${holdsOnBoth('state', where)} group by 1
		), middle as materialized (
			select area.library_id, avg(municipality.lat) as lat, avg(municipality.lon) as lon
			from library_municipality area join municipality on municipality.code = area.municipality_code
			where ${holdsOnDay('area', where)} group by 1
		), seat as materialized (
			select distinct on (library.id) library.id as library_id, place.lat, place.lon
			from library join library_municipality area on area.library_id = library.id
				join place_municipality lies on lies.municipality_code = area.municipality_code
				join place on place.id = lies.place_id
			where place.kind = 'place' and place.searchable = search_text(library.main_town)
			order by library.id, place.inhabitants desc, place.id
		)
		select library.id, library.slug, library.name, library.main_town, province.name as province,
			library.cohort = 'kopgroep_2019' as is_vanguard,
			coalesce(seat.lat, middle.lat, 0)::float8 as lat, coalesce(seat.lon, middle.lon, 0)::float8 as lon,
			coalesce(applied.day, (
				select min(plan.on_day) from information_point_state stand join milestone_state plan
					on plan.information_point_id = stand.information_point_id and plan.milestone_code = 'opening'
						and plan.lane = 'first_plan' and ${holdsOnBoth('plan', where)}
				where stand.library_id = library.id and ${holdsOnBoth('stand', where)})) as started_on
		from library join province on province.code = library.province_code
			left join applied on applied.library_id = library.id
			left join middle on middle.library_id = library.id
			left join seat on seat.library_id = library.id
		where ${libraryIsActive(where)}
		order by lat desc, library.id`;
	return (await query.execute(db)).rows;
}

/** How the openings of the kopgroep (true) and of the rest went against their first plans. */
export async function readSlips(db: Kysely<DB>, where: Where): Promise<Map<boolean, Slips>> {
	const query = sql<Slips & { isVanguard: boolean }>`
		select library.cohort = 'kopgroep_2019' as is_vanguard, count(*)::int as openings,
			percentile_disc(0.5) within group (order by stand.opened_on - stand.first_plan_on) as median_days,
			(count(*) filter (where stand.opened_on - stand.first_plan_on <= 28))::int as in_time
		from information_point_state stand join library on library.id = stand.library_id
		where ${holdsOnBoth('stand', where)} and ${libraryIsActive(where)} and stand.realised
			and stand.opened_on is not null and stand.first_plan_on is not null
		group by 1`;
	const { rows } = await query.execute(db);
	return new Map(rows.map(({ isVanguard, ...slips }) => [isVanguard, slips]));
}

/** The last value published for a figure by a day; null when there is none. */
export async function findPublishedNumber(
	db: Kysely<DB>,
	metric: string,
	day: Day
): Promise<number | null> {
	const row = await db
		.selectFrom('publishedFigure')
		.select('value')
		.where('metric', '=', metric)
		.where('appliesOn', '<=', day)
		.orderBy('appliesOn', 'desc')
		.executeTakeFirst();
	return row?.value ?? null;
}
