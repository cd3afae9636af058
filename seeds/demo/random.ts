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
	const next = mulberry32(hash(key) ^ STORY_SEED);
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

/** Mulberry32, a well-known small generator of 32 bits. */
function mulberry32(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** FNV-1a, so that every text gives another seed. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const character of text) {
		value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193);
	}
	return value >>> 0;
}
