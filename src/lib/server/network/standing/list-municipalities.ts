import { sql, type Kysely } from 'kysely';
import type { RolloutFacts } from '#lib/base/status/rollout-status.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { libraryIsActive, municipalityFilter } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';

/** A municipality that exists on D, without what its points say. */
export interface MunicipalityRow {
	code: string;
	name: string;
	provinceCode: string;
	provinceSlug: string;
	provinceName: string;
	inhabitants: number | null;
	populationReferenceDate: Day | null;
	libraryProvision: RolloutFacts['libraryProvision'];
}

/**
 * Every municipality that exists on D, by name, as far as the filters let it through. Inhabitants are
 * those of the latest borders that hold on D, counted on the reference date nearest to D (the later
 * of two).
 */
export async function listMunicipalities(db: Kysely<DB>, where: Where): Promise<MunicipalityRow[]> {
	const day = statusDay(where);
	const query = sql<MunicipalityRow>`
		with counted as (
			select distinct on (municipality_code) municipality_code, inhabitants, reference_date
			from population where territory_from <= ${day}
			order by municipality_code, territory_from desc,
				abs(reference_date - ${day}::date), reference_date desc
		)
		select municipality.code, municipality.name, province.code as province_code, province.slug as province_slug,
			province.name as province_name, counted.inhabitants, counted.reference_date as population_reference_date,
			case when served.by_library is not null then 'served'
				when municipality.library_provision = 'none' then 'none' else 'unknown' end as library_provision
		from municipality join province on province.code = municipality.province_code
			left join counted on counted.municipality_code = municipality.code
			left join lateral (
				-- One library is enough: with many of them, finding all would take as long as the points.
				select library.id as by_library from library_municipality area
					join library on library.id = area.library_id and ${libraryIsActive(where)}
				where area.municipality_code = municipality.code and ${holdsOnDay('area', where)} limit 1
			) served on true
		where ${holdsOnDay('municipality', where)} and ${municipalityFilter(where)}
		order by municipality.searchable, municipality.code`;
	return (await query.execute(db)).rows;
}
