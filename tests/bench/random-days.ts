import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';

const FIRST: Day = '2019-07-01';
const LAST: Day = '2022-01-31';
const SPAN = daysBetween(FIRST, LAST);

/** Numbers from 0 up to 1, the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Pairs of days within the story; every third pair knows everything. */
export function randomDates(count: number, seed = 1): { validOn: Day; knownOn: Day | null }[] {
	const random = randomNumbers(seed);
	const day = () => addDays(FIRST, Math.floor(random() * SPAN));
	return Array.from({ length: count }, (_, index) => {
		const validOn = day();
		return { validOn, knownOn: index % 3 === 0 ? null : day() };
	});
}

/** As many different addresses of the map page as asked for. */
export function* mapAddresses(seed = 1): Generator<string> {
	const random = randomNumbers(seed);
	for (;;) {
		const validOn = addDays(FIRST, Math.floor(random() * SPAN));
		const knownOn = addDays(FIRST, Math.floor(random() * SPAN));
		yield `/?peildatum=${validOn}&bekendOp=${knownOn}`;
	}
}
