import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ProgressMeasure } from '#lib/progress/measure.ts';
import type { ProvinceChange } from '#lib/progress/types.ts';
import { municipalityDays } from '#lib/server/coverage/filter-days.ts';
import { libraryFilter, pointFilter } from '#lib/server/coverage/filter-sql.ts';
import { isKnown, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';

/**
 * By how much the realised number changes, per province and day, as known on K: the fact of the
 * curve, from dated events only. Each thing counts as the headline figures count it on that day; a
 * library counts in its own province, the others where they lie. Filters by status do not apply.
 */
export async function listFactChanges(
	db: Kysely<DB>,
	where: Where,
	measure: ProgressMeasure
): Promise<ProvinceChange[]> {
	const query = sql<ProvinceChange>`
		with piece as (${PIECES[measure](where)}), ends as (
			select province_code, lower(days) as day, weight from piece where not isempty(days)
			union all
			select province_code, upper(days), -weight from piece where not isempty(days)
		)
		select province_code, day, sum(weight)::int as change from ends
		where day < 'infinity' group by 1, 2 having sum(weight) <> 0 order by 2, 1`;
	return (await query.execute(db)).rows;
}

/** Per measure: in which province, during which days, with what weight something counts. */
const PIECES: Record<ProgressMeasure, (where: Where) => RawBuilder<unknown>> = {
	locations: (where) => sql`
		select municipality.province_code, daterange(stand.valid_from, stand.valid_to) as days, 1 as weight
		from information_point_state stand join municipality on municipality.code = stand.municipality_code
		where stand.realised and not stand.outside_library and ${isKnown('stand', where)} and ${pointFilter(where)}`,
	organisations: (where) => sql`
		select library.province_code, unnest(open.days
			* datemultirange(daterange(library.active_from, library.active_to))) as days, 1 as weight
		from (${realisedDays('library_id', where)}) open join library on library.id = open.library_id
		where ${libraryFilter(where)}`,
	municipalities: (where) => sql`
		select municipality.province_code, unnest(open.days * ${municipalityDays(where)}) as days, 1 as weight
		from (${realisedDays('municipality_code', where)}) open
			join municipality on municipality.code = open.municipality_code`,
	inhabitants: (where) => sql`
		select municipality.province_code,
			unnest(open.days * ${municipalityDays(where)} * datemultirange(counted.days)) as days,
			counted.inhabitants as weight
		from (${realisedDays('municipality_code', where)}) open
			join municipality on municipality.code = open.municipality_code
			join (${countedDays}) counted on counted.municipality_code = municipality.code`
};

/** The days on which a library or municipality has a realised point. */
function realisedDays(
	column: 'library_id' | 'municipality_code',
	where: Where
): RawBuilder<unknown> {
	const subject = sql.raw(`stand.${column}`);
	return sql`
		select ${subject}, range_agg(daterange(stand.valid_from, stand.valid_to)) as days
		from information_point_state stand where stand.realised and ${isKnown('stand', where)} group by 1`;
}

/**
 * The days for which a count of inhabitants is the one that the headline takes: that of the borders
 * of the day, counted on the reference date nearest to it (the later one when two are as near).
 */
const countedDays = sql`
	select municipality_code, inhabitants, days from (
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
	) pieces where not isempty(days)`;
