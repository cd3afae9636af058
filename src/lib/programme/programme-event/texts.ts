import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { EventKind, EventSaid } from './programme-event.ts';

const KINDS: Record<EventKind, () => string> = {
	phase: m.timeline_kind_phase,
	decision: m.timeline_kind_decision,
	subsidy: m.timeline_kind_subsidy,
	programme: m.timeline_kind_programme,
	campaign: m.timeline_kind_campaign,
	opening: m.timeline_kind_opening,
	lockdown: m.timeline_kind_lockdown,
	municipal_change: m.timeline_kind_municipal_change
};

export const kindText = (kind: EventKind): string => KINDS[kind]();

export const titleOf = ({ titleNl, titleEn }: Pick<EventSaid, 'titleNl' | 'titleEn'>): string =>
	getLocale() === 'en' ? titleEn : titleNl;

/** Why it was decided; where that was written in Dutch only, in Dutch. */
export function reasonOf({
	reasonNl,
	reasonEn
}: Pick<EventSaid, 'reasonNl' | 'reasonEn'>): { text: string; lang?: 'nl' } | null {
	if (reasonNl === null) return null;
	if (getLocale() !== 'en') return { text: reasonNl };
	return reasonEn === null ? { text: reasonNl, lang: 'nl' } : { text: reasonEn };
}

/** "1 juli 2019", "december 2018", "16 maart 2020 t/m 17 mei 2020". */
export function periodText({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }): string {
	const locale = getLocale();
	if (endsOn === null || endsOn === startsOn) return formatDay(startsOn, locale);
	if (isMonth(startsOn, endsOn)) return formatPreciseDay(startsOn, 'month', locale);
	return m.timeline_period({ from: formatDay(startsOn, locale), to: formatDay(endsOn, locale) });
}

/** Of which only the month is known: from its first day to its last. */
function isMonth(startsOn: Day, endsOn: Day): boolean {
	const [year = 0, month = 0, day] = startsOn.split('-').map(Number);
	const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
	return day === 1 && endsOn === last;
}
