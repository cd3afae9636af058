import { FOREVER_NUMBER, type DayNumber } from '#lib/day/day-number.ts';
import { keepEarlier, placeCount, type PlaceColumn } from '#lib/point-states/place-stands.ts';
import { REALISED, type PointStates } from '#lib/point-states/point-states.ts';
import { ChangeSums } from './change-sums.ts';
import { PLAN_LANES, type PlanChange, type PlanLane } from './types.ts';

/** When something opens by each of the three plans; `FOREVER_NUMBER` where a plan does not say. */
export interface PlannedDays {
	firstPlanOn: DayNumber;
	/** By the current plan: what is realised counts on the day it opened, or earlier if planned earlier. */
	currentOn: DayNumber;
	/** Still to come: by the adviser's forecast, else by the current plan, and after the day looked at. */
	laterOn: DayNumber;
}

/** Something is planned on these days in a province. */
export type CountPlan = (province: number, days: PlannedDays, weight: number) => void;

/** By how much the three plans rise, per province and day. */
export function planChanges(countAll: (count: CountPlan) => void): PlanChange[] {
	const [firstPlan, plan, forecast] = [new ChangeSums(), new ChangeSums(), new ChangeSums()];
	countAll((province, { firstPlanOn, currentOn, laterOn }, weight) => {
		firstPlan.add(province, firstPlanOn, weight);
		plan.add(province, currentOn, weight);
		forecast.add(province, laterOn, weight);
	});
	const lanes: Record<PlanLane, ChangeSums> = { firstPlan, plan, forecast };
	return PLAN_LANES.flatMap((lane) =>
		lanes[lane].list((provinceCode, day, change) => ({ provinceCode, lane, day, change }))
	);
}

/** The plans of the point of a row; `factDay` is the last day that facts are told of. */
export function plannedDays(states: PointStates, row: number, factDay: DayNumber): PlannedDays {
	const { flags, openedOn, awaitedOn, firstPlanOn, planOn } = states;
	const realised = (flags[row]! & REALISED) !== 0;
	const expected = expectedOn(states, row);
	return {
		firstPlanOn: firstPlanOn[row]!,
		currentOn: realised ? Math.min(openedOn[row]!, planOn[row]!) : awaitedOn[row]!,
		laterOn: expected > factDay ? expected : FOREVER_NUMBER
	};
}

/** The forecast of a point that still has to open, else its plan. */
function expectedOn({ awaitedOn, forecastOn, planOn }: PointStates, row: number): DayNumber {
	if (awaitedOn[row] === FOREVER_NUMBER) return FOREVER_NUMBER;
	return forecastOn[row] === FOREVER_NUMBER ? planOn[row]! : forecastOn[row]!;
}

/**
 * The plans of libraries or municipalities, by id: planned when the earliest of their points is. Once
 * one is realised, what the others still plan does not move the day, and nothing is to come.
 */
export function plannedDaysPerPlace(
	states: PointStates,
	rows: Int32Array,
	column: PlaceColumn,
	factDay: DayNumber
): (place: number) => PlannedDays {
	const placeOf = states[column];
	const size = placeCount(placeOf, rows);
	const days = () => new Int32Array(size).fill(FOREVER_NUMBER);
	const [first, opened, awaited, later] = [days(), days(), days(), days()];
	for (const row of rows) {
		const place = placeOf[row]!;
		const { firstPlanOn, currentOn, laterOn } = plannedDays(states, row, factDay);
		keepEarlier(first, place, firstPlanOn);
		keepEarlier(states.flags[row]! & REALISED ? opened : awaited, place, currentOn);
		keepEarlier(later, place, laterOn);
	}
	const at = (some: Int32Array, place: number) => some[place] ?? FOREVER_NUMBER;
	return (place) => {
		const isOpen = at(opened, place) !== FOREVER_NUMBER;
		return {
			firstPlanOn: at(first, place),
			currentOn: isOpen ? at(opened, place) : at(awaited, place),
			laterOn: isOpen ? FOREVER_NUMBER : at(later, place)
		};
	};
}
