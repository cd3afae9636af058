import { formatDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ListKind } from '#lib/base/selection/list.ts';
import type { View } from '#lib/base/selection/view.ts';

/** Texts of the map page that the server makes, because in two languages they weigh on its scripts. */
export interface PageTexts {
	/** That the day asked for is still to come; null when it is not. */
	future: string | null;
	/** That the page shows what was known on an earlier day; null when it shows everything. */
	known: string | null;
	/** The name of the list, and what it says when it is empty. */
	caption: string;
	empty: string;
}

const inWords = (day: Day) => formatDay(day, getLocale());

const CAPTIONS: Record<ListKind, (inputs: { date: string }) => string> = {
	municipalities: m.view_list_caption_municipalities,
	libraries: m.view_list_caption_libraries,
	informationPoints: m.view_list_caption_points
};
const EMPTY: Record<ListKind, () => string> = {
	municipalities: m.view_list_empty_municipalities,
	libraries: m.view_list_empty_libraries,
	informationPoints: m.view_list_empty_points
};

export function pageTexts({ asOf, list }: View, today: Day): PageTexts {
	const { validOn, knownOn } = asOf;
	const factDay = validOn < today ? validOn : today;
	return {
		future:
			validOn > today
				? m.view_notice_future({ date: inWords(validOn), today: inWords(today) })
				: null,
		known: knownOn && m.view_notice_known({ known: inWords(knownOn) }),
		caption: CAPTIONS[list]({ date: inWords(factDay) }),
		empty: `${EMPTY[list]()} ${m.view_list_empty_help()}`
	};
}
