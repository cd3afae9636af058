import type { Day } from '#lib/base/day/day.ts';
import { daysSinceLook, isSilent } from '#lib/ledger/last-look/last-look.ts';
import type { Freshness, LibraryLook } from './types.ts';

/** How a group of libraries is kept: days since somebody looked. */
export interface LookGroup {
	name: string;
	libraries: number;
	/** Days, of those that were ever looked at: of half of them it is at most this; null without any. */
	median: number | null;
	longest: number | null;
	/** Libraries nobody looked at for longer than the threshold, also those that nobody ever did. */
	silent: number;
	never: number;
}

type Counted = Pick<Freshness, 'countedTo' | 'silentWeeks' | 'libraries' | 'every'>;

/** All libraries together. */
export function together(freshness: Counted, name = ''): LookGroup {
	return groupOf(name, freshness.libraries, freshness.countedTo, freshness.silentWeeks);
}

/** Per POI or per province, the longest median first; never looked at comes first, nothing to look at last. */
export function groupsBy(by: 'institute' | 'province', freshness: Counted): LookGroup[] {
	const { libraries, countedTo, silentWeeks, every } = freshness;
	const groups = Map.groupBy(libraries, (library) => library[by]);
	return [...new Set([...groups.keys(), ...every[by]])]
		.map((name) => groupOf(name, groups.get(name) ?? [], countedTo, silentWeeks))
		.sort((a, b) => weightOf(b) - weightOf(a) || (a.name < b.name ? -1 : 1));
}

const weightOf = ({ libraries, median }: LookGroup) =>
	libraries === 0 ? -1 : (median ?? Infinity);

function groupOf(
	name: string,
	libraries: readonly LibraryLook[],
	day: Day,
	weeks: number
): LookGroup {
	const days = libraries
		.flatMap(({ lastOn }) => daysSinceLook(lastOn, day) ?? [])
		.sort((a, b) => a - b);
	return {
		name,
		libraries: libraries.length,
		median: days[Math.ceil(days.length / 2) - 1] ?? null,
		longest: days.at(-1) ?? null,
		silent: libraries.filter(({ lastOn }) => isSilent(lastOn, day, weeks)).length,
		never: libraries.length - days.length
	};
}
