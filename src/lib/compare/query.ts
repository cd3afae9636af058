import {
	FIRST_DAY,
	LAST_DAY,
	lastingDates,
	parseDay,
	type AsOf,
	type Notice
} from '#lib/as-of/as-of.ts';
import type { Day } from '#lib/day/day.ts';
import { quarterEndBefore } from '#lib/progress/query.ts';
import { viewParams, type View } from '#lib/view/view.ts';

/** Parameters of the page that compares, beside those of the view. */
export const COMPARE_PARAMETERS: readonly string[] = ['vergelijk', 'vergelijkBekend'];

/**
 * Reads the situation that is compared with: `vergelijk` (its day; without it the end of the quarter
 * before) and `vergelijkBekend` (what was known then; without it the same as for the other).
 */
export function parseCompare(
	params: URLSearchParams,
	{ asOf }: View,
	today: Day,
	notices: Notice[]
): AsOf {
	const validOn =
		parseDay(params, 'vergelijk', LAST_DAY, notices) ?? quarterEndBefore(asOf.validOn);
	const known = parseDay(params, 'vergelijkBekend', LAST_DAY, notices);
	const knownOn = known === null ? asOf.knownOn : known < today ? known : null;
	return { validOn: validOn < FIRST_DAY ? FIRST_DAY : validOn, knownOn };
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
