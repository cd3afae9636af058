import { describe, expect, it } from 'vitest';
import { Turnstile, type TurnstileOptions } from './turnstile.ts';

/** A turnstile whose clock the test moves by hand. */
function make(options: Partial<TurnstileOptions> = {}) {
	let now = 0;
	const later: { at: number; action: () => void }[] = [];
	const clock = {
		now: () => now,
		after: (ms: number, action: () => void) => void later.push({ at: now + ms, action })
	};
	const turnstile = new Turnstile({
		...{ atOnce: 2, perAddress: 3, inAll: 5, calm: 10, clock },
		...options
	});
	const started: string[] = [];
	const leave = new Map<string, () => void>();
	return {
		started,
		leave: (name: string) => leave.get(name)?.(),
		enter: (address: string, name = address, isThere = true) =>
			turnstile.enter(address, (done) => {
				if (!isThere) return false;
				started.push(name);
				leave.set(name, done);
				return true;
			}),
		pass: (ms: number) => {
			now += ms;
			for (const due of later.splice(0)) {
				if (due.at <= now) due.action();
				else later.push(due);
			}
		}
	};
}

describe('the turnstile', () => {
	it('lets in as many at once as it may, and the next when one leaves', () => {
		const { enter, started, leave } = make();
		for (const name of ['a', 'b', 'c']) enter(name);
		expect(started).toEqual(['a', 'b']);
		leave('a');
		expect(started).toEqual(['a', 'b', 'c']);
	});

	it('refuses who waits too often for one address, and everybody when too many wait', () => {
		const { enter } = make();
		for (const name of ['a', 'b']) enter(name);
		expect([1, 2, 3].map(() => enter('x'))).toEqual([null, null, null]);
		expect(enter('x')).toBe('address');
		expect(['y', 'z'].map((name) => enter(name))).toEqual([null, null]);
		expect(enter('w')).toBe('all');
	});

	it('serves the addresses by turns', () => {
		const { enter, started, leave } = make({ atOnce: 1 });
		enter('flood', 'f1');
		for (const name of ['f2', 'f3', 'f4']) enter('flood', name);
		enter('visitor', 'v1');
		for (const name of ['f1', 'f2', 'v1']) leave(name);
		expect(started).toEqual(['f1', 'f2', 'v1', 'f3']);
	});

	it('passes over who went away', () => {
		const { enter, started, leave } = make({ atOnce: 1 });
		enter('a');
		enter('b', 'b', false);
		enter('c');
		leave('a');
		expect(started).toEqual(['a', 'c']);
	});

	it('counts somebody who leaves twice once', () => {
		const { enter, started, leave } = make({ atOnce: 1 });
		for (const name of ['a', 'b', 'c']) enter(name);
		leave('a');
		leave('a');
		expect(started).toEqual(['a', 'b']);
	});

	it('in a flood makes one answer at a time, and pauses twice as long as it took', () => {
		const { enter, started, leave, pass } = make({ calm: 1 });
		for (const name of ['a', 'b', 'c', 'd', 'e']) enter(name);
		expect(started).toEqual(['a', 'b']);
		leave('a');
		pass(0);
		leave('b');
		pass(0);
		expect(started).toEqual(['a', 'b', 'c']);
		pass(30);
		leave('c');
		pass(59);
		expect(started).toEqual(['a', 'b', 'c']);
		pass(1);
		expect(started).toEqual(['a', 'b', 'c', 'd', 'e']);
	});
});
