import type { Day } from '#lib/base/day/day.ts';
import type { GrantScheme, GrantWindow } from './grant.ts';

/** Whether one can apply on a day. */
export type WindowState = 'open' | 'closed' | 'later' | 'unannounced';

/** Since when one can apply: where no source says, from its announcement. */
const beginOf = ({ opensOn, announcedOn }: GrantWindow): Day | null => opensOn ?? announcedOn;

/** How a period stands on a day; one that was not announced by then is not told. */
export function windowState(window: GrantWindow, day: Day): WindowState {
	if (window.announcedOn !== null && day < window.announcedOn) return 'unannounced';
	if (day > window.closesOn) return 'closed';
	const begin = beginOf(window);
	return begin !== null && day < begin ? 'later' : 'open';
}

export interface Applications {
	open: GrantWindow[];
	later: GrantWindow[];
	/** The last to close first. */
	closed: GrantWindow[];
	/** Schemes of which no source says when one can apply. */
	unknown: GrantScheme[];
}

/** What one can still apply for on a day, as far as the sources say. */
export function applicationsOn(
	day: Day,
	schemes: readonly GrantScheme[],
	windows: readonly GrantWindow[]
): Applications {
	const of = (state: WindowState) => windows.filter((one) => windowState(one, day) === state);
	return {
		open: of('open'),
		later: of('later'),
		closed: of('closed').toSorted((a, b) => b.closesOn.localeCompare(a.closesOn)),
		unknown: schemes.filter(({ code }) => !windows.some(({ scheme }) => scheme === code))
	};
}
