import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Municipality } from '#lib/network/municipality/municipality.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A municipality by its CBS code, whenever it existed, with the inhabitants counted nearest to `day`. */
export async function findMunicipality(
	db: Kysely<DB>,
	code: string,
	day: Day
): Promise<Municipality | undefined> {
	const { rows } = await sql<Municipality>`
		select municipality.code, municipality.name, municipality.valid_from, municipality.valid_to,
			municipality.library_provision, municipality.library_provision_note,
			municipality.source, municipality.confidence,
			jsonb_build_object('code', province.code, 'slug', province.slug, 'name', province.name) as province,
			${populationOn(day)} as population,
			${servingLibraries} as libraries,
			${successions('to_code', 'from_code')} as predecessors,
			${successions('from_code', 'to_code')} as successors
		from municipality join province on province.code = municipality.province_code
		where municipality.code = ${code}`.execute(db);
	return rows[0];
}

/** The count nearest to the day, within the borders of that day. */
function populationOn(day: Day): RawBuilder<unknown> {
	return sql`(
		select jsonb_build_object('inhabitants', population.inhabitants,
			'reference_date', population.reference_date, 'source', population.source,
			'confidence', population.confidence)
		from population where population.municipality_code = municipality.code
		order by population.territory_from <= ${day}::date desc,
			abs(population.territory_from - ${day}::date),
			abs(population.reference_date - ${day}::date), population.reference_date desc
		limit 1
	)`;
}

const servingLibraries = sql`(
	select coalesce(jsonb_agg(jsonb_build_object('slug', library.slug, 'name', library.name,
		'valid_from', area.valid_from, 'valid_to', area.valid_to, 'share', area.share,
		'source', area.source, 'confidence', area.confidence) order by area.valid_from, library.name), '[]')
	from library_municipality area join library on library.id = area.library_id
	where area.municipality_code = municipality.code
)`;

/** The successions in which this municipality is `here`, as a JSON array of those that are `there`. */
function successions(here: string, there: string): RawBuilder<unknown> {
	return sql`(
		select coalesce(jsonb_agg(jsonb_build_object('code', other.code, 'name', other.name,
			'effective_on', link.effective_on, 'inhabitant_share', link.inhabitant_share,
			'source', link.source, 'confidence', link.confidence) order by link.effective_on, other.name), '[]')
		from municipality_succession link join municipality other on other.code = link.${sql.raw(there)}
		where link.${sql.raw(here)} = municipality.code
	)`;
}
