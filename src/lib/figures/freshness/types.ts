import type { Day } from '#lib/base/day/day.ts';
import type { View } from '#lib/base/selection/view.ts';

/** A library and when somebody last looked at it or at one of its locations. */
export interface LibraryLook {
	slug: string;
	name: string;
	/** The name of its POI, and of its province. */
	institute: string;
	province: string;
	/** Null when nobody ever did. */
	lastOn: Day | null;
}

/** Everything that the page about last looks says, as its files and the API say it too. */
export interface Freshness {
	view: View;
	today: Day;
	demoData: boolean;
	/** The day up to which looks are known, and that days are counted to. */
	countedTo: Day;
	/** After so many weeks without a look a library counts as silent. */
	silentWeeks: number;
	/** The one that was left alone longest first; what was never looked at before all others. */
	libraries: readonly LibraryLook[];
	/** Groups that are shown also when they have no library; none when a filter is on. */
	every: Readonly<Record<'institute' | 'province', readonly string[]>>;
}
