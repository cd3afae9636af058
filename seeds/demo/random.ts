import { hashText, mulberry32 } from '#lib/base/random/mulberry32.ts';

/** A repeatable source of chance: the same key always gives the same story. */
export interface Random {
	/** From 0 up to and not including 1. */
	next(): number;
	/** A whole number from `from` to `to`, both included. */
	between(from: number, to: number): number;
	/** True in about this part of the cases (0–1). */
	chance(share: number): boolean;
	pick<T>(items: readonly T[]): T;
	/** One of the items, those with a larger weight more often. */
	pickWeighted<T>(items: readonly T[], weight: (item: T) => number): T;
	/** The same items in another order. */
	shuffle<T>(items: readonly T[]): T[];
}

/** Fixes the whole demo story; another value tells another one. */
const STORY_SEED = 20190701;

/** A stream of chance of its own per key, so that one subject does not shift another's story. */
export function randomFor(key: string): Random {
	const next = mulberry32(hashText(key) ^ STORY_SEED);
	const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		between,
		chance: (share) => next() < share,
		pick: (items) => items[between(0, items.length - 1)]!,
		pickWeighted: (items, weight) => {
			let point = next() * items.reduce((sum, item) => sum + weight(item), 0);
			return items.find((item) => (point -= weight(item)) < 0) ?? items.at(-1)!;
		},
		shuffle: (items) =>
			items
				.map((item) => ({ item, at: next() }))
				.sort((a, b) => a.at - b.at)
				.map(({ item }) => item)
	};
}
