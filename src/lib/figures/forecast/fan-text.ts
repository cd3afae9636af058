import { formatDay } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { CurveFan } from '#lib/figures/progress/curve-fan.ts';

/** What the fan on a curve is, and of which day. */
export const fanText = ({ madeOn }: CurveFan): string =>
	m.forecast_on_curve({ day: formatDay(madeOn, getLocale()) });
