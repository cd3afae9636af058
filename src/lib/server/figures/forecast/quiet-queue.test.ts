import { describe, expect, it } from 'vitest';
import { QuietQueue, type Clock } from './quiet-queue.ts';

/** A clock that only goes on when the queue waits; `during` happens in the middle of a waiting. */
function handClock() {
	let now = 0;
	const happenings: [at: number, happen: () => void][] = [];
	const clock: Clock = {
		now: () => now,
		wait: async (ms) => {
			const until = now + ms;
			for (let next = happenings[0]; next && next[0] <= until; next = happenings[0]) {
				happenings.shift();
				now = next[0];
				next[1]();
			}
			now = until;
		}
	};
	return { clock, at: (time: number, happen: () => void) => happenings.push([time, happen]) };
}

function queueWith(most = 40) {
	const { clock, at } = handClock();
	const queue = new QuietQueue({ quietMs: 150, longestDelayMs: 1_000, most, clock });
	const begun: [key: string, at: number][] = [];
	const work = (key: string) => () => {
		begun.push([key, clock.now()]);
		return Promise.resolve();
	};
	const fromPage = (key: string) => queue.askFromPage(key, work(key));
	const ask = (key: string) => queue.ask(key, work(key));
	const wait = (key: string) => queue.askAndWait(key, work(key));
	return { queue, begun, at, fromPage, ask, wait };
}

describe('a quiet queue', () => {
	it('begins at once when no page is being made, and does the same thing once', async () => {
		const { begun, ask } = queueWith();
		await Promise.all([ask('one'), ask('one'), ask('two')]);
		expect(begun).toEqual([
			['one', 0],
			['two', 0]
		]);
	});

	it('waits until no page asked for something new for a while, before each work', async () => {
		const { begun, at, fromPage, ask } = queueWith();
		at(100, () => fromPage('two'));
		at(200, () => fromPage('three'));
		fromPage('one');
		await ask('one');
		await ask('three');
		expect(begun).toEqual([
			['one', 350],
			['two', 350],
			['three', 350]
		]);
	});

	it('waits again for a page that came while a work was done', async () => {
		const { queue, begun, fromPage, ask } = queueWith();
		await queue.ask('one', async () => {
			await Promise.resolve();
			fromPage('two');
		});
		await ask('two');
		expect(begun).toEqual([['two', 150]]);
	});

	it('is not put off by who asks again for what is in it', async () => {
		const { begun, at, fromPage, ask } = queueWith();
		for (const time of [60, 120, 140]) at(time, () => fromPage('one'));
		fromPage('one');
		await ask('one');
		expect(begun).toEqual([['one', 150]]);
	});

	it('is not put off for ever', async () => {
		const { begun, at, fromPage, ask } = queueWith();
		for (let time = 100; time < 3_000; time += 100) at(time, () => fromPage(`at ${time}`));
		fromPage('one');
		await ask('one');
		expect(begun[0]).toEqual(['one', 1_000]);
	});

	it('does at once, and first, what somebody waits for, also when it was asked for before', async () => {
		const { begun, at, fromPage, ask, wait } = queueWith();
		at(40, () => fromPage('two'));
		at(50, () => fromPage('three'));
		at(60, () => fromPage('four'));
		at(140, () => void wait('three'));
		fromPage('one');
		await ask('one');
		await ask('two');
		expect(begun.slice(0, 2)).toEqual([
			['three', 150],
			['one', 210]
		]);
	});

	it('does what a page is about before what stands beside that on another page', async () => {
		const { queue, begun, wait } = queueWith();
		const beside = ['quarter 1', 'quarter 2', 'quarter 3'].map((key) =>
			queue.askAndWait(key, () => Promise.resolve(void begun.push([key, 0])), 1)
		);
		await Promise.all([wait('page 1'), wait('page 2'), ...beside]);
		const order = begun.map(([key]) => key);
		expect(order).toEqual(['page 1', 'page 2', 'quarter 1', 'quarter 2', 'quarter 3']);
	});

	it('does not give up what somebody waits for before the rest', async () => {
		const { begun, ask, wait } = queueWith(2);
		await Promise.all([wait('one'), ask('two'), ask('three')]);
		expect(begun.map(([key]) => key)).toEqual(['one', 'three']);
	});

	it('gives up the oldest that was not begun when it is full, and all of it when it is cleared', async () => {
		const { queue, begun, ask } = queueWith(3);
		let end: () => void = () => undefined;
		const first = queue.ask('first', () => new Promise<void>((resolve) => (end = resolve)));
		const [second, ...others] = ['second', 'third', 'fourth'].map(ask);
		await second;
		expect(begun).toEqual([]);
		end();
		await Promise.all([first, ...others]);
		expect(begun.map(([key]) => key)).toEqual(['third', 'fourth']);
		const late = queue.ask('late', () => new Promise<void>(() => undefined));
		const waiting = ask('waiting');
		queue.clear();
		await Promise.all([late, waiting]);
		expect(begun).toHaveLength(2);
	});
});
