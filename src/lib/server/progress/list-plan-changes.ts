import type { Kysely } from 'kysely';
import { toDayNumber } from '#lib/day/day-number.ts';
import { municipalityNumber, provinceNumber } from '#lib/point-states/codes.ts';
import { passes } from '#lib/point-states/point-filter.ts';
import { OUTSIDE_LIBRARY } from '#lib/point-states/point-states.ts';
import type { ProgressMeasure } from '#lib/progress/measure.ts';
import {
	planChanges,
	plannedDays,
	plannedDaysPerPlace,
	type CountPlan
} from '#lib/progress/plan-changes.ts';
import type { PlanChange } from '#lib/progress/types.ts';
import {
	listMunicipalities,
	type MunicipalityRow
} from '#lib/server/coverage/list-municipalities.ts';
import { statusDay, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { readPointFilter } from '#lib/server/point-states/read-point-filter.ts';
import { readLibrariesOn } from '#lib/server/point-states/select-libraries.ts';
import { readStatesOn, type SelectedStates } from '#lib/server/point-states/select-states.ts';

/**
 * By how much the three plans rise, per province and day, as they stood on (D, K): the first plan;
 * the current plan, in which what is realised counts on the day it opened or earlier if it was
 * planned earlier; and the forecast of what is still to open after D (the adviser's, else the
 * current plan). Days are those aimed at. Filters by status do not apply.
 */
export async function listPlanChanges(
	db: Kysely<DB>,
	where: Where,
	measure: ProgressMeasure
): Promise<PlanChange[]> {
	return planChanges(await COUNTS[measure](db, where, await readStatesOn(db, where)));
}

/** Reads what is needed, and answers how to count it. */
type ReadCount = (
	db: Kysely<DB>,
	where: Where,
	selected: SelectedStates
) => Promise<(count: CountPlan) => void>;

/** Per measure: what is planned, in which province, with what weight. */
const COUNTS: Record<ProgressMeasure, ReadCount> = {
	async locations(db, where, { states, rows }) {
		const through = passes(states, await readPointFilter(db, where));
		const factDay = toDayNumber(statusDay(where));
		const { flags, province } = states;
		return (count) => {
			for (const row of rows) {
				if (flags[row]! & OUTSIDE_LIBRARY || !through(row)) continue;
				count(province[row]!, plannedDays(states, row, factDay), 1);
			}
		};
	},
	async organisations(db, where, { states, rows }) {
		const { libraries, rows: shown } = await readLibrariesOn(db, where);
		const factDay = toDayNumber(statusDay(where));
		const daysOf = plannedDaysPerPlace(states, rows, 'libraryId', factDay);
		return (count) => {
			for (const row of shown) count(libraries.province[row]!, daysOf(libraries.id[row]!), 1);
		};
	},
	municipalities: (db, where, selected) => readPlaces(db, where, selected, () => 1),
	inhabitants: (db, where, selected) =>
		readPlaces(db, where, selected, ({ inhabitants }) => inhabitants ?? 0)
};

async function readPlaces(
	db: Kysely<DB>,
	where: Where,
	{ states, rows }: SelectedStates,
	weightOf: (municipality: MunicipalityRow) => number
): Promise<(count: CountPlan) => void> {
	const municipalities = await listMunicipalities(db, where);
	const factDay = toDayNumber(statusDay(where));
	const daysOf = plannedDaysPerPlace(states, rows, 'municipality', factDay);
	return (count) => {
		for (const municipality of municipalities) {
			const days = daysOf(municipalityNumber(municipality.code));
			count(provinceNumber(municipality.provinceCode), days, weightOf(municipality));
		}
	};
}
