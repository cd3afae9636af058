import type { Day } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { daysSinceLook } from '#lib/ledger/last-look/last-look.ts';
import { m } from '#lib/paraglide/messages.js';

/** "12 dagen geleden", "vandaag", or a dash for never. */
export function agoText(lastOn: Day | null, day: Day): string {
	const count = daysSinceLook(lastOn, day);
	if (count === null) return '–';
	return count === 0
		? m.freshness_today()
		: m.freshness_days_ago({ count, days: formatNumber(count) });
}
