import { earliestDay, type Day } from '#lib/day/day.ts';
import { slipOfFact } from '#lib/milestone/slip.ts';
import { isRealised, openedOn, type PointLedger } from './information-point.ts';

/** The openings of some points taken together: of a library, or in a municipality. */
export interface OpeningDays {
	/** Earliest first plan of any point, inherited ones too. */
	firstPlanOn: Day | null;
	/** Earliest current plan of a point that is not open yet. */
	nextPlanOn: Day | null;
	/** First opening of the points that are realised. */
	openedOn: Day | null;
	/** Days from the earliest first plan to the first opening; null while one is missing. */
	slipDays: number | null;
}

/** The earliest days over all points; the plan of a library is that of its earliest point. */
export function openingDays(points: readonly PointLedger[]): OpeningDays {
	const firstPlanOn = earliestDay(points.map((point) => point.firstPlanOn));
	const opened = earliestDay(points.filter(isRealised).map(openedOn));
	const toCome = points.filter((point) => point.openingStatus !== 'achieved');
	return {
		firstPlanOn,
		nextPlanOn: earliestDay(toCome.map((point) => point.planOn)),
		openedOn: opened,
		slipDays: slipOfFact(firstPlanOn, opened)
	};
}
