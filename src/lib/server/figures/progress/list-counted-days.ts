import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { municipalityDays } from '#lib/server/base/selection/filter-days.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Days on which a municipality exists and passes the filters, with one count of its inhabitants. */
export interface CountedDays {
	code: string;
	/** The digits of its code. */
	province: number;
	validFrom: Day;
	validTo: Day;
	inhabitants: number | null;
}

/**
 * The count of inhabitants that the headline takes on those days: that of the borders of the day,
 * counted on the reference date nearest to it (the later one when two are as near).
 */
export async function listCountedDays(db: Kysely<DB>, where: Where): Promise<CountedDays[]> {
	const query = sql<CountedDays>`
		with counted as (
			select count.municipality_code, count.inhabitants,
				daterange(territory.territory_from, territory.territory_to)
				* daterange(
					lag(reference_date) over counts + ((reference_date - lag(reference_date) over counts) + 1) / 2,
					reference_date + ((lead(reference_date) over counts - reference_date) + 1) / 2
				) as days
			from population count join (
				select municipality_code, territory_from,
					lead(territory_from, 1, 'infinity') over (partition by municipality_code order by territory_from) as territory_to
				from (select distinct municipality_code, territory_from from population) borders
			) territory using (municipality_code, territory_from)
			window counts as (partition by count.municipality_code, territory_from order by reference_date)
		), shown as (
			select municipality.code, right(municipality.province_code, 2)::int as province, ${municipalityDays(where)} as days from municipality
		), piece as (
			select shown.code, shown.province, counted.inhabitants,
				unnest(shown.days * datemultirange(counted.days)) as days
			from shown join counted on counted.municipality_code = shown.code
			union all
			-- Days of which no count is known.
			select shown.code, shown.province, null,
				unnest(shown.days - coalesce((select range_agg(counted.days) from counted
					where counted.municipality_code = shown.code), '{}'))
			from shown
		)
		select code, province, inhabitants, coalesce(lower(days), '-infinity') as valid_from,
			coalesce(upper(days), 'infinity') as valid_to from piece`;
	return (await query.execute(db)).rows;
}
