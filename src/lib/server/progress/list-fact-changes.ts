import { sql, type Kysely } from 'kysely';
import { toDayNumber } from '#lib/day/day-number.ts';
import type { Day } from '#lib/day/day.ts';
import { municipalityNumber } from '#lib/point-states/codes.ts';
import { passes } from '#lib/point-states/point-filter.ts';
import { OUTSIDE_LIBRARY } from '#lib/point-states/point-states.ts';
import { spansPerPlace } from '#lib/point-states/spans.ts';
import { factChanges, type CountSpan } from '#lib/progress/fact-changes.ts';
import type { ProgressMeasure } from '#lib/progress/measure.ts';
import type { ProvinceChange } from '#lib/progress/types.ts';
import { municipalityDays } from '#lib/server/coverage/filter-days.ts';
import type { Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { readPointFilter } from '#lib/server/point-states/read-point-filter.ts';
import { readLibrariesEver } from '#lib/server/point-states/select-libraries.ts';
import { readRealised, type SelectedStates } from '#lib/server/point-states/select-states.ts';

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
	return factChanges(await COUNTS[measure](db, where, await readRealised(db, where)));
}

/** Reads what is needed, and answers how to count it. */
type ReadCount = (
	db: Kysely<DB>,
	where: Where,
	realised: SelectedStates
) => Promise<(count: CountSpan) => void>;

/** Per measure: in which province, during which days, with what weight something counts. */
const COUNTS: Record<ProgressMeasure, ReadCount> = {
	async locations(db, where, { states, rows }) {
		const through = passes(states, await readPointFilter(db, where));
		const { flags, province, validFrom, validTo } = states;
		return (count) => {
			for (const row of rows) {
				if (flags[row]! & OUTSIDE_LIBRARY || !through(row)) continue;
				count(province[row]!, validFrom[row]!, validTo[row]!, 1);
			}
		};
	},
	async organisations(db, where, { states, rows }) {
		const { libraries, rows: shown } = await readLibrariesEver(db, where);
		const { id, province, activeFrom, activeTo } = libraries;
		const rowOf = new Map(shown.map((row) => [id[row]!, row]));
		return (count) =>
			spansPerPlace(states, rows, 'libraryId', (library, from, to) => {
				const row = rowOf.get(library);
				if (row === undefined) return;
				const first = Math.max(from, activeFrom[row]!);
				const end = Math.min(to, activeTo[row]!);
				if (first < end) count(province[row]!, first, end, 1);
			});
	},
	municipalities: (db, where, realised) => readPlaces(db, where, realised, () => 1),
	inhabitants: (db, where, realised) =>
		readPlaces(db, where, realised, ({ inhabitants }) => inhabitants ?? 0)
};

async function readPlaces(
	db: Kysely<DB>,
	where: Where,
	{ states, rows }: SelectedStates,
	weightOf: (counted: CountedDays) => number
): Promise<(count: CountSpan) => void> {
	const days = await listCountedDays(db, where);
	const daysOf = Map.groupBy(days, ({ code }) => municipalityNumber(code));
	return (count) =>
		spansPerPlace(states, rows, 'municipality', (municipality, from, to) => {
			for (const counted of daysOf.get(municipality) ?? []) {
				const first = Math.max(from, toDayNumber(counted.validFrom));
				const end = Math.min(to, toDayNumber(counted.validTo));
				if (first < end) count(counted.province, first, end, weightOf(counted));
			}
		});
}

/** Days on which a municipality exists and passes the filters, with one count of its inhabitants. */
interface CountedDays {
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
async function listCountedDays(db: Kysely<DB>, where: Where): Promise<CountedDays[]> {
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
