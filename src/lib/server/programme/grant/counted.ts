import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';

/**
 * The common tables `asked` (the reference days) and `counted`: of each municipality the inhabitants of
 * the count nearest to such a day, within the borders of that day.
 */
export const counted = (days: readonly Day[]): RawBuilder<unknown> => sql`
	asked as materialized (select day from unnest(${[...days]}::date[]) as day),
	counted as materialized (
		select distinct on (asked.day, population.municipality_code) asked.day, population.municipality_code,
			population.inhabitants, population.reference_date
		from asked join population on population.territory_from <= asked.day
		order by asked.day, population.municipality_code, population.territory_from desc,
			abs(population.reference_date - asked.day), population.reference_date desc
	)`;

/** Of the table `area`: it holds on the day that is asked for. */
export const areaHolds = sql`area.valid_from <= asked.day and area.valid_to > asked.day`;
