import type { Day } from '#lib/day/day.ts';
import { viewParams, type View } from '#lib/view/view.ts';

/** Parameters that keep saying the same tomorrow: both dates are always there. */
export function lastingLateParams(view: View, today: Day): URLSearchParams {
	const params = viewParams(view, today);
	params.set('peildatum', view.asOf.validOn);
	params.set('bekendOp', view.asOf.knownOn ?? today);
	return params;
}
