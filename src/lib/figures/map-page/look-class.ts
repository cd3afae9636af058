import { cellLabel } from '#lib/base/map/texts.ts';
import type { CellClass, ShareClass } from '#lib/base/map/types.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { daysSinceLook } from '#lib/ledger/last-look/last-look.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** When somebody last looked at the libraries of municipalities. */
export interface MapLooks {
	/** The day that is counted to. */
	countedTo: Day;
	/** After so many weeks without a look a library counts as silent. */
	silentWeeks: number;
	/** By the code of each municipality that a library serves; null when nobody ever looked. */
	lastOn: ReadonlyMap<string, Day | null>;
}

/** Of the days after which a library is silent: the last day of each class. */
const daysOf = (silentWeeks: number) => {
	const days = silentWeeks * 7;
	return { share_5: Math.floor(days / 4), share_4: Math.floor(days / 2), share_3: days };
};

/**
 * The class of a municipality, the darker the more recently somebody looked: within a quarter of the
 * time after which a library is silent, within half of it, within it, longer ago, never.
 */
export function lookClass(code: string, looks: MapLooks): ShareClass {
	const lastOn = looks.lastOn.get(code);
	if (lastOn === undefined) return 'no_value';
	const days = daysSinceLook(lastOn, looks.countedTo);
	if (days === null) return 'share_1';
	const limits = daysOf(looks.silentWeeks);
	if (days <= limits.share_5) return 'share_5';
	if (days <= limits.share_4) return 'share_4';
	return days <= limits.share_3 ? 'share_3' : 'share_2';
}

/** The names of the classes in the legend: "hooguit 14 dagen geleden". */
export function lookLabels({ silentWeeks }: MapLooks): (cls: CellClass) => string {
	const limits = daysOf(silentWeeks);
	return (cls) => {
		switch (cls) {
			case 'share_5':
				return m.map_look_within({ count: limits.share_5 });
			case 'share_4':
			case 'share_3': {
				const from = cls === 'share_4' ? limits.share_5 : limits.share_4;
				return m.map_look_between({ from: from + 1, count: limits[cls] });
			}
			case 'share_2':
				return m.map_look_longer({ count: limits.share_3 });
			case 'share_1':
				return m.map_look_never();
			case 'no_value':
				return m.map_look_no_library();
			default:
				return cellLabel(cls);
		}
	};
}

/** "laatst bekeken op 3 januari 2021", for the text of a municipality. */
export function lookText(code: string, { lastOn }: MapLooks): string {
	const day = lastOn.get(code);
	if (day === undefined) return m.map_look_no_library_place();
	return day === null
		? m.map_look_never_place()
		: m.map_look_place({ date: formatDay(day, getLocale()) });
}
