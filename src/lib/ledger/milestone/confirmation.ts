import type { Day } from '#lib/base/day/day.ts';

/** That somebody looked at a record and said that it is still right. */
export interface Confirmation {
	on: Day;
	/** On whose behalf: a POI, or the KB; never a person. */
	organisation: string;
}
