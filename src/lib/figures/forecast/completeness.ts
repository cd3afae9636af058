import {
	MEASURES,
	type AreaForecast,
	type Measure,
	type MeasureForecast,
	type ProvinceForecast
} from './forecast.ts';

/** What a province, or the whole country, says of its measures. */
export type AreaReach = Pick<ProvinceForecast, 'measures' | 'pointsWithoutForecast'>;

/**
 * What nothing is planned for, so that no day of a forecast can tell when everything is there. Null
 * for locations, which have no total.
 */
export function missingOf({ total, reachable }: MeasureForecast): number | null {
	return total === null ? null : Math.max(0, total - reachable);
}

/** The measures that will not be complete with what is planned. */
export function notInSight(area: AreaForecast): { measure: Measure; missing: number }[] {
	return MEASURES.flatMap((measure) => {
		const missing = missingOf(area[measure]) ?? 0;
		return missing > 0 ? [{ measure, missing }] : [];
	});
}

/** As {@link missingOf}; of locations, which have no fixed number, those that are known and have no plan. */
export const missingIn = (
	{ measures, pointsWithoutForecast }: AreaReach,
	measure: Measure
): number | null =>
	measure === 'locations' ? pointsWithoutForecast : missingOf(measures[measure]);
