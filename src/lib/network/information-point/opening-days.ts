import { earliestDay, type Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import { slipOfFact } from '#lib/ledger/milestone/slip.ts';
import { isRealised, isStillToCome, openedOn, type PointLedger } from './information-point.ts';

/** The openings of some points taken together: of a library, or in a municipality. */
export interface OpeningDays {
	/** Earliest first plan of any point, inherited ones too. */
	firstPlanOn: Day | null;
	/** The point that is planned to open next; what is on hold only when nothing else is planned. */
	next: PointLedger | null;
	/** First opening of the points that are realised. */
	openedOn: Day | null;
	/** How exactly that is known. */
	openedPrecision: DatePrecision;
	/** Days from the earliest first plan to the first opening; null while one is missing. */
	slipDays: number | null;
}

/** The earliest days over all points; the plan of a library is that of its earliest point. */
export function openingDays(points: readonly PointLedger[]): OpeningDays {
	const firstPlanOn = earliestDay(points.map((point) => point.firstPlanOn));
	const opened = earliestDay(points.filter(isRealised).map(openedOn));
	return {
		firstPlanOn,
		next: nextOf(points),
		openedOn: opened,
		openedPrecision: points.find((point) => openedOn(point) === opened)?.openingPrecision ?? 'day',
		slipDays: slipOfFact(firstPlanOn, opened)
	};
}

function nextOf(points: readonly PointLedger[]): PointLedger | null {
	const planned = points.filter((point) => isStillToCome(point) && point.planOn !== null);
	const going = planned.filter(({ openingStatus }) => openingStatus !== 'on_hold');
	return (going.length > 0 ? going : planned).reduce<PointLedger | null>(
		(next, point) => (next && next.planOn! <= point.planOn! ? next : point),
		null
	);
}
