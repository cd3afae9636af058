import { MEASURES, type AreaForecast, type Measure, type MeasureForecast } from './forecast.ts';

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
