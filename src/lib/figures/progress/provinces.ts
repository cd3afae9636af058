import type { Day } from '#lib/base/day/day.ts';
import { changesOf, curveRows, MOST_SMALL_ROWS, rowOn } from './curve.ts';
import type { ProgressMeasure } from '#lib/base/measure/measure.ts';
import type {
	CurveRow,
	PlanChange,
	ProvinceChange,
	ProvinceProgress,
	ProvinceRow
} from './types.ts';

/** What there is in a province on D. */
export interface ProvinceTotals {
	code: string;
	slug: string;
	name: string;
	organisations: number;
	municipalities: number;
	inhabitants: number;
}

export interface ProvinceInput {
	totals: readonly ProvinceTotals[];
	measure: ProgressMeasure;
	factDay: Day;
	validOn: Day;
	/** From which day on each province is probably incomplete, by its code. */
	incomplete: ReadonlyMap<string, Day | null>;
}

/**
 * The progress of every province of the selection, also of one with nothing in it, largest gap first:
 * the gap in numbers for locations, else as a share of the province, so that a large one does not win
 * by its size. A plan for a day to come has not passed, so the gap is that of the day of the facts.
 */
export function provinceProgress(
	changes: { facts: readonly ProvinceChange[]; plans: readonly PlanChange[] },
	{ totals, measure, factDay, validOn, incomplete }: ProvinceInput
): ProvinceProgress[] {
	const factsOf = Map.groupBy(changes.facts, ({ provinceCode }) => provinceCode);
	const plansOf = Map.groupBy(changes.plans, ({ provinceCode }) => provinceCode);
	const provinces = totals.map((province) => {
		const { code, slug, name } = province;
		const own = changesOf(factsOf.get(code) ?? [], plansOf.get(code) ?? [], null);
		const rows = curveRows(own, { factDay, validOn, mostRows: MOST_SMALL_ROWS });
		const fact = rowOn(rows, factDay)?.fact ?? 0;
		const now = rowOn(rows, validOn);
		const total = measure === 'locations' ? null : province[measure];
		return {
			code,
			slug,
			name,
			total,
			fact,
			firstPlan: now?.firstPlan ?? 0,
			plan: now?.plan ?? 0,
			gap: (rowOn(rows, factDay)?.firstPlan ?? 0) - fact,
			rows: rowsUntil(rows, validOn),
			incompleteFrom: incomplete.get(code) ?? null
		};
	});
	return provinces.sort(
		(a, b) => sizeOfGap(b) - sizeOfGap(a) || a.name.localeCompare(b.name, 'nl')
	);
}

/** A value on the scale that all provinces share: a share where there is a total. */
export function onScale(value: number, { total }: { total: number | null }): number {
	if (total === null) return value;
	return total > 0 ? value / total : 0;
}

const sizeOfGap = (province: ProvinceProgress) => onScale(province.gap, province);

/** Only the days on which one of the two lines changes, and the last. */
function rowsUntil(rows: readonly CurveRow[], last: Day): ProvinceRow[] {
	const until = rows.filter(({ day }) => day <= last);
	return until
		.filter((row, index) => {
			const before = until[index - 1];
			return !before || index === until.length - 1 || changes(before, row);
		})
		.map(({ day, fact, firstPlan }) => ({ day, fact, firstPlan }));
}

const changes = (before: CurveRow, row: CurveRow) =>
	before.fact !== row.fact || before.firstPlan !== row.firstPlan;
