import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookAgain, pauseAfter } from './look-again.ts';

/** A tab of a browser: in sight or not. */
class Tab extends EventTarget {
	hidden = false;

	show(isShown: boolean): void {
		this.hidden = !isShown;
		this.dispatchEvent(new Event('visibilitychange'));
	}
}

const world = new EventTarget();
let tab: Tab;
let moments: number[];

beforeEach(() => {
	vi.useFakeTimers({ now: 0 });
	tab = new Tab();
	moments = [];
	vi.stubGlobal('document', tab);
	vi.stubGlobal('addEventListener', world.addEventListener.bind(world));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const look = () => {
	moments.push(Date.now() / 1000);
	return moments.length === 1 ? Promise.reject(new Error('away')) : Promise.resolve();
};

it('looks with pauses that grow to half a minute, also after a look that failed, until it is stopped', async () => {
	const stop = lookAgain(look);
	await vi.advanceTimersByTimeAsync(95_000);
	expect(moments).toEqual([2, 6, 14, 30, 60, 90]);
	stop();
	await vi.advanceTimersByTimeAsync(100_000);
	world.dispatchEvent(new Event('online'));
	expect(moments).toHaveLength(6);
	expect(pauseAfter(1_000)).toBe(30_000);
});

it('does not look in a tab that cannot be seen, and at once when it can be seen again', async () => {
	const stop = lookAgain(look);
	tab.show(false);
	await vi.advanceTimersByTimeAsync(100_000);
	expect(moments).toEqual([]);
	tab.show(true);
	await vi.advanceTimersByTimeAsync(5_000);
	expect(moments).toEqual([100, 104]);
	stop();
});

it('looks at once when there is a network again, and never twice at a time', async () => {
	let end: () => void = () => undefined;
	const slow = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
	const stop = lookAgain(slow);
	for (let time = 0; time < 3; time += 1) world.dispatchEvent(new Event('online'));
	await vi.advanceTimersByTimeAsync(60_000);
	expect(slow).toHaveBeenCalledTimes(1);
	end();
	await vi.advanceTimersByTimeAsync(4_000);
	expect(slow).toHaveBeenCalledTimes(2);
	stop();
});
