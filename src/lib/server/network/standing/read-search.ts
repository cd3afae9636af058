import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
	FoundNames,
	SearchHints,
	SearchMatches,
	SearchMeaning
} from '#lib/network/standing/search-hints.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import {
	libraryFilter,
	libraryIsActive,
	matchingLibraries,
	matchingMunicipalities,
	matchingPoints,
	municipalityFilter,
	pointFilter
} from '#lib/server/base/selection/filter-sql.ts';
import {
	isProvinceCalled,
	isProvinceMeant,
	isSupportInstituteCalled,
	textOf
} from '#lib/server/base/selection/find-municipalities.ts';
import { listNearestNames } from './list-nearest-names.ts';
import { listNearestOpen } from './list-nearest-open.ts';
import { holdsOnBoth, holdsOnDay, type Where } from '#lib/server/base/selection/where.ts';

/** More would be a list of its own. */
const MOST = 3;

/**
 * What the words of a search mean where that cannot be seen in the list, and when `found` is nothing,
 * which names are nearest to them. Null without a search.
 */
export async function readSearchHints(
	db: Kysely<DB>,
	where: Where,
	found: number
): Promise<SearchHints | null> {
	const { search } = where.filters;
	if (!search) return null;
	const [matches, province, supportInstitute, meanings, nearest, near] = await Promise.all([
		readMatches(db, where, search),
		findProvince(db, search),
		findSupportInstitute(db, search),
		listMeanings(db, where, search),
		listNearestOpen(db, where, search, MOST),
		found === 0 ? listNearestNames(db, where, search) : []
	]);
	const { validOn } = where.asOf;
	const pastDay = validOn < where.today ? validOn : null;
	return {
		...{ matches, province, supportInstitute, meanings, nearest, pastDay },
		// Who wrote the name of a POI meant that, not a name that looks like it.
		near: supportInstitute ? [] : near
	};
}

/** In whose names the words stand, among what the other filters let through. */
async function readMatches(db: Kysely<DB>, where: Where, search: string): Promise<SearchMatches> {
	const rest = { ...where, filters: { ...where.filters, search: null } };
	const [libraries, municipalities, points] = await Promise.all([
		readNames(
			db,
			sql`select library.short_name as name from library
				where ${libraryIsActive(where)} and ${libraryFilter(rest)}
				and library.id in (${matchingLibraries(search)})`
		),
		readNames(
			db,
			sql`select municipality.name from municipality
				where ${holdsOnDay('municipality', where)} and ${municipalityFilter(rest)}
				and municipality.code in (${matchingMunicipalities(search, where)})
				and not ${isProvinceMeant(search)}`
		),
		readNames(
			db,
			sql`select point.name from information_point_state stand
				join information_point point on point.id = stand.information_point_id
				where ${holdsOnBoth('stand', where)} and ${pointFilter(rest)}
				and stand.information_point_id in (${matchingPoints(search)})`
		)
	]);
	return { libraries, municipalities, points };
}

async function readNames(db: Kysely<DB>, named: RawBuilder<unknown>): Promise<FoundNames> {
	const query = sql<{ name: string; count: number }>`
		select named.name, (count(*) over ())::int as count from (${named}) named
		order by named.name limit ${MOST}`;
	const { rows } = await query.execute(db);
	const count = rows[0]?.count ?? 0;
	return { count, names: count > MOST ? [] : rows.map(({ name }) => name) };
}

/** The province that bears this name, also where a town bears it too. */
async function findProvince(db: Kysely<DB>, search: string): Promise<SearchHints['province']> {
	const query = sql<{ slug: string; name: string }>`
		select province.slug, province.name from province where ${isProvinceCalled(search)}`;
	return (await query.execute(db)).rows[0] ?? null;
}

/** The POI that bears this name: a list has its libraries by a filter, not by this word. */
async function findSupportInstitute(
	db: Kysely<DB>,
	search: string
): Promise<SearchHints['supportInstitute']> {
	const query = sql<{ slug: string; name: string }>`
		select institute.slug, institute.name from support_institute institute
		where ${isSupportInstituteCalled(search)}`;
	return (await query.execute(db)).rows[0] ?? null;
}

/** Places and other names that are written as the search is, in a municipality of another name. */
async function listMeanings(
	db: Kysely<DB>,
	where: Where,
	search: string
): Promise<SearchMeaning[]> {
	const query = sql<SearchMeaning>`
		select distinct on (municipality.code) meant.name, meant.kind,
			municipality.code, municipality.name as municipality
		from (
			select place.name, 'place' as kind, lies.municipality_code as code, lies.valid_from, lies.valid_to, 2 as rank
				from place join place_municipality lies on lies.place_id = place.id
				where place.searchable = ${textOf(search)} or ${textOf(search)} = any (place.searchable_others)
			union all
			select known.name, case known.kind when 'former' then 'former' else 'other' end,
				known.municipality_code, '-infinity', 'infinity', 1
				from municipality_name known where known.searchable = ${textOf(search)}
			union all
			select former.name, 'former', after.to_code, after.effective_on, 'infinity', 1
				from municipality_succession after join municipality former on former.code = after.from_code
				where former.searchable = ${textOf(search)}
		) meant join municipality on municipality.code = meant.code and ${holdsOnDay('municipality', where)}
		where ${holdsOnDay('meant', where)} and municipality.searchable <> ${textOf(search)}
		order by municipality.code, meant.rank, meant.name
		limit ${MOST}`;
	return (await query.execute(db)).rows;
}
