import { formatMoment } from '#lib/access/account/format-moment.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const AMSTERDAM = { timeZone: 'Europe/Amsterdam' } as const;

const dayOf = (moment: Date) => new Intl.DateTimeFormat('en-CA', AMSTERDAM).format(moment);

/** A time of day as people say it: "9.14 uur" in Dutch, "9:14" in English. */
function clockOf(moment: Date): string {
	const options = { ...AMSTERDAM, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
	const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(moment);
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
	const hour = String(Number(part('hour')));
	return getLocale() === 'en' ? `${hour}:${part('minute')}` : `${hour}.${part('minute')} uur`;
}

/**
 * When a page was kept: "om 9.14 uur", or with its day when that is not today. Both are milliseconds since
 * the epoch.
 */
export function keptAtText(keptAt: number, now = Date.now()): string {
	const at = new Date(keptAt);
	return dayOf(at) === dayOf(new Date(now))
		? m.offline_kept_at_time({ time: clockOf(at) })
		: m.offline_kept_at_day({ moment: formatMoment(at) });
}
