import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { MeantPlace } from '#lib/figures/where-to-go/types.ts';
import { holdsOnDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Of the villages of a municipality so many are offered, the largest first. */
const MOST_WITHIN = 12;

/** Places and municipalities that bear one of these names, the likeliest first: by name, then by size. */
export async function listNamed(
	db: Kysely<DB>,
	where: Where,
	names: readonly string[]
): Promise<MeantPlace[]> {
	const isPlace = sql<boolean>`(wanted.text in (place.searchable, place.searchable || ' ' || municipality.searchable,
		place.searchable || ' ' || search_text(province.name)) or wanted.text = any (place.searchable_others))`;
	return await listMeant(db, where, names, {
		...{ isPlace, isCalled: sql<boolean>`called.searchable = wanted.text` },
		most: null
	});
}

/** Places and municipalities of which a word begins so, the largest first; one more than `most` at most. */
export async function listBegun(
	db: Kysely<DB>,
	where: Where,
	text: string,
	most: number
): Promise<MeantPlace[]> {
	const begins = (searchable: RawBuilder<string>) =>
		sql<boolean>`strpos(' ' || ${searchable}, ' ' || wanted.text) > 0`;
	return await listMeant(db, where, [text], {
		isPlace: begins(sql`place.searchable`),
		isCalled: begins(sql`called.searchable`),
		most: most + 1
	});
}

/** The places of a municipality, the largest first. */
export async function listWithin(
	db: Kysely<DB>,
	where: Where,
	code: string
): Promise<MeantPlace[]> {
	const { rows } = await sql<MeantPlace>`
		select place.name, municipality.name as municipality, municipality.code, place.lat, place.lon,
			'place' as kind, null::text as largest
		from ${placesOnDay(where)} where municipality.code = ${code} and place.kind = 'place'
		order by place.inhabitants desc, place.id limit ${MOST_WITHIN}`.execute(db);
	return rows;
}

/** Places with the municipality in which they lie on the day. */
const placesOnDay = (where: Where) => sql`
	place join place_municipality lies on lies.place_id = place.id and ${holdsOnDay('lies', where)}
		join municipality on municipality.code = lies.municipality_code and ${holdsOnDay('municipality', where)}
		join province on province.code = municipality.province_code`;

/** What municipalities are called: by their own name, another one, or that of one which they took the place of. */
const calledOnDay = (where: Where) => sql`(
	select own.code, own.searchable from municipality own where ${holdsOnDay('own', where)}
	union all select known.municipality_code, known.searchable from municipality_name known
	union all select after.to_code, former.searchable from municipality_succession after
		join municipality former on former.code = after.from_code
		where after.effective_on <= ${statusDay(where)})`;

/**
 * Places and municipalities that are meant by texts, which are called `wanted` in the conditions. A
 * municipality is left out where a place in it is meant already, and measured from its largest place.
 */
async function listMeant(
	db: Kysely<DB>,
	where: Where,
	texts: readonly string[],
	{
		isPlace,
		isCalled,
		most
	}: { isPlace: RawBuilder<boolean>; isCalled: RawBuilder<boolean>; most: number | null }
): Promise<MeantPlace[]> {
	const given = texts.map((text) => text.normalize('NFKC'));
	const { rows } = await sql<MeantPlace>`
		with wanted as (
			select search_text(given.text) as text, given.at
			from unnest(${given}::text[]) with ordinality given (text, at)
		), found_place as (
			select place.id, place.name, municipality.name as municipality, municipality.code, place.lat, place.lon,
				place.kind = 'part' as is_part, place.inhabitants, min(wanted.at) as at
			from ${placesOnDay(where)} join wanted on ${isPlace}
			group by place.id, municipality.code
		), found_municipality as (
			select municipality.code, municipality.name, municipality.lat, municipality.lon, min(wanted.at) as at
			from ${calledOnDay(where)} called join wanted on ${isCalled}
				join municipality on municipality.code = called.code and ${holdsOnDay('municipality', where)}
			where not exists (select from found_place where found_place.code = municipality.code)
			group by municipality.code
		)
		select meant.name, meant.municipality, meant.code, meant.lat, meant.lon, meant.kind, meant.largest
		from (
			select name, municipality, code, lat, lon, 'place' as kind, null::text as largest, at, is_part, inhabitants
				from found_place
			union all
			select whole.name, whole.name, whole.code, coalesce(largest.lat, whole.lat), coalesce(largest.lon, whole.lon),
				'municipality', largest.name, whole.at, false, coalesce(largest.inhabitants, 0)
			from found_municipality whole left join lateral (
				select place.name, place.lat, place.lon, place.inhabitants
				from place join place_municipality lies on lies.place_id = place.id and ${holdsOnDay('lies', where)}
				where lies.municipality_code = whole.code and place.kind = 'place'
				order by place.inhabitants desc, place.id limit 1
			) largest on true
		) meant
		order by meant.at, meant.is_part, meant.inhabitants desc, meant.code limit ${most}`.execute(db);
	return rows;
}
