import { earliestDay, type Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import { slipOfFact } from '#lib/ledger/milestone/slip.ts';
import { isRealised, isStillToCome, openedOn, type PointLedger } from './information-point.ts';

/** The openings of some points taken together: of a library, or in a municipality. */
export interface OpeningDays {
	/** Earliest first plan of any point, inherited ones too. */
	firstPlanOn: Day | null;
	/** The point whose current plan comes first, on hold or not: by it lists and the status tell the plan. */
	awaited: PointLedger | null;
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
	const planned = points.filter((point) => isStillToCome(point) && point.planOn !== null);
	const going = planned.filter(({ openingStatus }) => openingStatus !== 'on_hold');
	const opened = earliestDay(points.filter(isRealised).map(openedOn));
	return {
		firstPlanOn,
		awaited: soonestOf(planned),
		next: soonestOf(going.length > 0 ? going : planned),
		openedOn: opened,
		openedPrecision: points.find((point) => openedOn(point) === opened)?.openingPrecision ?? 'day',
		slipDays: slipOfFact(firstPlanOn, opened)
	};
}

/** Of two that are planned for one day the one that is not on hold. */
function soonestOf(planned: readonly PointLedger[]): PointLedger | null {
	return planned.reduce<PointLedger | null>((next, point) => {
		if (!next || point.planOn! < next.planOn!) return point;
		const isGoing = next.openingStatus === 'on_hold' && point.openingStatus !== 'on_hold';
		return point.planOn === next.planOn && isGoing ? point : next;
	}, null);
}
