import {
	FIRST_DAY,
	LAST_DAY,
	lastingDates,
	parseDay,
	type AsOf,
	type Notice
} from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { quarterEndBefore } from '#lib/figures/progress/query.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { viewParams, type View } from '#lib/base/selection/view.ts';

/** Parameters of the page that compares, beside those of the view. */
export const COMPARE_PARAMETERS: readonly Parameter[] = [
	{
		name: 'vergelijk',
		takes: 'day',
		about: 'De dag van de andere situatie; zonder: het eind van het vorige kwartaal.'
	},
	{
		name: 'vergelijkBekend',
		takes: 'day',
		about:
			'De andere situatie zoals bekend aan het eind van deze dag; zonder: zoals bekend op bekendOp.'
	}
];

export interface ParsedCompare {
	/** The later of the two situations. */
	view: View;
	before: AsOf;
	/** The address named the later one as the one to compare with. */
	turned: boolean;
}

/**
 * Reads the situation that is compared with: `vergelijk` (its day; without it the end of the quarter
 * before) and `vergelijkBekend` (what was known then; without it the same as for the other). A
 * comparison always goes forward: the wrong way round it is turned.
 */
export function parseCompare(
	params: URLSearchParams,
	view: View,
	today: Day,
	notices: Notice[]
): ParsedCompare {
	const { asOf } = view;
	const chosen = parseDay(params, 'vergelijk', LAST_DAY, notices) ?? quarterEndBefore(asOf.validOn);
	const known = parseDay(params, 'vergelijkBekend', LAST_DAY, notices);
	const knownOn = known === null ? asOf.knownOn : known < today ? known : null;
	const other = { validOn: chosen < FIRST_DAY ? FIRST_DAY : chosen, knownOn };
	return isLater(other, asOf)
		? { view: { ...view, asOf: other }, before: asOf, turned: true }
		: { view, before: other, turned: false };
}

/** By the day itself, and of one day by what was known of it. */
function isLater(one: AsOf, other: AsOf): boolean {
	if (one.validOn !== other.validOn) return one.validOn > other.validOn;
	return other.knownOn !== null && (one.knownOn === null || one.knownOn > other.knownOn);
}

/** The shortest parameters that say this; what is the default is left out. */
export function compareParams(view: View, before: AsOf, today: Day): URLSearchParams {
	const params = viewParams(view, today);
	if (before.validOn !== quarterEndBefore(view.asOf.validOn))
		params.set('vergelijk', before.validOn);
	if (before.knownOn !== view.asOf.knownOn) params.set('vergelijkBekend', before.knownOn ?? today);
	return params;
}

/** Parameters that keep saying the same tomorrow: all four dates are always there. */
export function lastingCompareParams(view: View, before: AsOf, today: Day): URLSearchParams {
	const params = lastingDates(compareParams(view, before, today), view.asOf, today);
	params.set('vergelijk', before.validOn);
	params.set('vergelijkBekend', before.knownOn ?? today);
	return params;
}
