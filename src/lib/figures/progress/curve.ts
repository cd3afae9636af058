import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import { addDays, latestDay, type Day } from '#lib/base/day/day.ts';
import { countOnDays, type DayChange } from '#lib/figures/map-page/time-steps.ts';
import type { Changes, CurveRow, PlanChange, PlanLane, ProvinceChange } from './types.ts';

export interface CurveDays {
	/** The last day that facts are told of: the peildatum, but never after today. */
	factDay: Day;
	/** The peildatum. */
	validOn: Day;
	/** Also in the curve: days of targets, so that the axis reaches them. */
	also?: readonly Day[];
	/** Numbers of which is told when the fact reached them: that day is never left out. */
	reached?: readonly number[];
	/** From how many days on only some of them are shown; `MOST_ROWS` when absent. */
	mostRows?: number;
}

/** A screen has no room for more days than this, and a reader no patience. */
export const MOST_ROWS = 500;
/** The same for a small drawing among others. */
export const MOST_SMALL_ROWS = 150;

export interface Curve {
	rows: CurveRow[];
	/** Some of the days on which something changes are left out. */
	thinned: boolean;
}

/**
 * The four lines on every day on which one of them changes, and on the first day, the peildatum and
 * the last day. Nothing is interpolated: a value holds until the next row. With very many days, four
 * of each month are left: what is told of them stays exact.
 */
export function drawCurve(
	changes: Changes,
	{ factDay, validOn, also = [], reached = [], mostRows = MOST_ROWS }: CurveDays
): Curve {
	const fact = changes.fact.filter(({ day }) => day <= factDay);
	const forecast = changes.forecast.filter(({ day }) => day > factDay);
	const lanes = [fact, changes.firstPlan, changes.plan, changes.planOpened, forecast];
	const named = [FIRST_DAY, factDay, validOn, ...also];
	const dated = lanes.flatMap((lane) => lane.map(({ day }) => day));
	const days = [...new Set([...named, ...dated])].filter((day) => day >= FIRST_DAY).sort();
	const [facts, firstPlans, plans, opened, more] = lanes.map((lane) => countOnDays(days, lane));
	const now = facts?.[days.indexOf(factDay)] ?? 0;
	const rows = days.map((day, index) => ({
		day,
		firstPlan: firstPlans?.[index] ?? 0,
		plan: plans?.[index] ?? 0,
		planOpened: opened?.[index] ?? 0,
		fact: day <= factDay ? (facts?.[index] ?? 0) : null,
		forecast: day >= factDay ? now + (more?.[index] ?? 0) : null
	}));
	if (rows.length <= mostRows) return { rows, thinned: false };
	const told = reached.map((value) => reachedOn(rows, value)).filter((day) => day !== null);
	return { rows: fourPerMonth(rows, new Set([...named, ...told])), thinned: true };
}

/** The rows of `drawCurve`. */
export const curveRows = (changes: Changes, days: CurveDays): CurveRow[] =>
	drawCurve(changes, days).rows;

/** The last row up to the 7th, the 14th, the 21st and the end of each month, and those of `always`. */
function fourPerMonth(rows: readonly CurveRow[], always: ReadonlySet<Day>): CurveRow[] {
	const part = ({ day }: CurveRow) =>
		`${day.slice(0, 7)} ${Math.min(3, Math.trunc((Number(day.slice(8)) - 1) / 7))}`;
	return rows.filter((row, index) => {
		const next = rows[index + 1];
		return !next || always.has(row.day) || part(next) !== part(row);
	});
}

/** The changes of one province, or with null of all together, by line. */
export function changesOf(
	facts: readonly ProvinceChange[],
	plans: readonly PlanChange[],
	provinceCode: string | null
): Changes {
	const here = (change: ProvinceChange) =>
		provinceCode === null || change.provinceCode === provinceCode;
	const lane = (name: PlanLane) => perDay(plans.filter((plan) => plan.lane === name && here(plan)));
	return {
		fact: perDay(facts.filter(here)),
		firstPlan: lane('firstPlan'),
		plan: lane('plan'),
		planOpened: lane('planOpened'),
		forecast: lane('forecast')
	};
}

/** One change per day, without the days on which they cancel out. */
function perDay(changes: readonly DayChange[]): DayChange[] {
	const sums = new Map<Day, number>();
	for (const { day, change } of changes) sums.set(day, (sums.get(day) ?? 0) + change);
	return [...sums]
		.map(([day, change]) => ({ day, change }))
		.filter(({ change }) => change !== 0)
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The row that holds on a day: the last one on or before it. */
export function rowOn(rows: readonly CurveRow[], day: Day): CurveRow | undefined {
	return rows.findLast((row) => row.day <= day);
}

/** The first day from which the fact stays at or above a value; null when it is not there. */
export function reachedOn(rows: readonly CurveRow[], value: number): Day | null {
	const known = rows.filter(({ fact }) => fact !== null);
	const below = known.findLastIndex(({ fact }) => (fact ?? 0) < value);
	return known[below + 1]?.day ?? null;
}

/** Where the axis of the curve ends: a little after its last change. */
export function lastDayOf(rows: readonly Pick<CurveRow, 'day'>[]): Day {
	return addDays(latestDay(rows.map(({ day }) => day)) ?? FIRST_DAY, 14);
}
