import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Library, ServedMunicipality } from '#lib/network/library/library.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A library by the slug of its full name, whenever it existed. */
export async function findLibrary(db: Kysely<DB>, slug: string): Promise<Library | undefined> {
	const { rows } = await sql<Library>`
		select library.id, library.slug, library.name, library.short_name, library.main_town, library.isil,
			library.website, library.cohort, library.active_from, library.active_to,
			template.profile as template_profile, template.version as template_version,
			library.source, library.confidence, library.municipalities_confidence,
			library.support_institute_confidence, library.support_institute_source, library.support_institute_id,
			jsonb_build_object('code', province.code, 'slug', province.slug, 'name', province.name) as province,
			jsonb_build_object('id', institute.id, 'slug', institute.slug, 'name', institute.name,
				'full_name', institute.full_name) as support_institute,
			${successions('to_library_id', 'from_library_id')} as predecessors,
			${successions('from_library_id', 'to_library_id')} as successors
		from library
		join province on province.code = library.province_code
		join support_institute institute on institute.id = library.support_institute_id
		join milestone_template template on template.id = library.template_id
		where library.slug = ${slug}`.execute(db);
	return rows[0];
}

/** The successions in which this library is `here`, as a JSON array of the libraries that are `there`. */
function successions(here: string, there: string) {
	return sql`(
		select coalesce(jsonb_agg(jsonb_build_object('slug', other.slug, 'name', other.name,
			'kind', link.kind, 'effective_on', link.effective_on, 'source', link.source,
			'confidence', link.confidence) order by link.effective_on, other.name), '[]')
		from library_succession link join library other on other.id = link.${sql.raw(there)}
		where link.${sql.raw(here)} = library.id
	)`;
}

/**
 * Every municipality that was ever in the library's work area, by name, with the inhabitants counted
 * nearest to `day` within the borders of that day.
 */
export async function listServedMunicipalities(
	db: Kysely<DB>,
	libraryId: number,
	day: Day
): Promise<ServedMunicipality[]> {
	const { rows } = await sql<ServedMunicipality>`
		select area.municipality_code as code, municipality.name, area.valid_from, area.valid_to, area.share,
			count.inhabitants, count.reference_date, area.source, area.confidence
		from library_municipality area
		join municipality on municipality.code = area.municipality_code
		left join lateral (
			select inhabitants, reference_date from population
			where population.municipality_code = area.municipality_code
			and population.territory_from = (
				select max(borders.territory_from) from population borders
				where borders.municipality_code = area.municipality_code
				and borders.territory_from <= ${day}
			)
			order by abs(population.reference_date - ${day}::date), population.reference_date desc
			limit 1
		) count on true
		where area.library_id = ${libraryId}
		order by municipality.name, area.valid_from`.execute(db);
	return rows;
}
