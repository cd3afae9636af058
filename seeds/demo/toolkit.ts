import type { Day } from '#lib/base/day/day.ts';
import type { ItemState } from '#lib/programme/toolkit/toolkit.ts';
import type { LibraryRow } from '../reference/libraries.ts';
import { TOOLKIT_ITEMS } from '../reference/toolkit-items.ts';
import { workdayBetween } from './calendar.ts';
import { randomFor } from './random.ts';

/** What was said of an item of the toolkit at a library on a day (invented). */
export interface ToolkitDraft {
	library: string;
	itemCode: string;
	state: ItemState;
	/** The day of what is said, which is also the day of recording. */
	onDay: Day;
	/** The support institute that records it. */
	author: string;
}

/** How likely it is that something is said of an item at all, in the order of the items. */
const SAID = [0.85, 0.8, 0.75, 0.45];

/** What libraries have of the toolkit, by a repeatable chance; a part of them told nothing. */
export function toolkitDrafts(
	libraries: readonly Pick<LibraryRow, 'slug' | 'supportInstitute' | 'activeFrom' | 'activeTo'>[]
): ToolkitDraft[] {
	return libraries
		.filter(({ activeFrom, activeTo }) => activeFrom <= '2020-01-01' && activeTo > '2022-02-01')
		.flatMap(({ slug, supportInstitute }) => {
			const random = randomFor(`toolkit:${slug}`);
			if (!random.chance(0.85)) return [];
			return TOOLKIT_ITEMS.flatMap(({ code }, at): ToolkitDraft[] => {
				if (!random.chance(SAID[at]!)) return [];
				const about = { library: slug, itemCode: code, author: supportInstitute };
				const ordered = workdayBetween(random, '2020-02-03', '2021-06-30');
				if (random.chance(0.12)) return [{ ...about, state: 'afwezig', onDay: ordered }];
				if (random.chance(0.06)) return [{ ...about, state: 'niet_nodig', onDay: ordered }];
				const first: ToolkitDraft = { ...about, state: 'besteld', onDay: ordered };
				if (!random.chance(0.82)) return [first];
				const there = workdayBetween(random, '2021-07-01', '2022-01-28');
				return [first, { ...about, state: 'aanwezig', onDay: there }];
			});
		});
}
