import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';

/**
 * A distance to one point in words, no finer than it is known: points often stand in the middle of their
 * town. "minder dan 1 km", "6,1 km", "23 km".
 */
export function distanceText(km: number): string {
	if (km < 1) return m.coverage_km_less();
	return m.coverage_km({ km: formatNumber(km < 10 ? Math.round(km * 10) / 10 : Math.round(km)) });
}
