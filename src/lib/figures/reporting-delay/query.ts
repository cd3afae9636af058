import { lastingDates } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { viewParams, type View } from '#lib/base/selection/view.ts';

/** Parameters that keep saying the same tomorrow: both dates are always there. */
export function lastingReportingDelayParams(view: View, today: Day): URLSearchParams {
	return lastingDates(viewParams(view, today), view.asOf, today);
}
