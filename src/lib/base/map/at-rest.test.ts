import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atRest } from './at-rest.ts';

const REST_MS = 500;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('atRest', () => {
	it('works once, when nothing new has come for a while, with what was given last', () => {
		const work = vi.fn();
		const rest = atRest(REST_MS, work);
		rest.soon('first');
		vi.advanceTimersByTime(REST_MS - 1);
		rest.soon('second');
		vi.advanceTimersByTime(REST_MS - 1);
		expect(work).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(work.mock.calls).toEqual([['second']]);
	});

	it('works at once for who cannot wait, and not again', () => {
		const work = vi.fn();
		const rest = atRest(REST_MS, work);
		rest.soon('first');
		rest.now();
		rest.now();
		vi.runAllTimers();
		expect(work.mock.calls).toEqual([['first']]);
	});

	it('works again when it is asked for again', () => {
		const work = vi.fn();
		const rest = atRest(REST_MS, work);
		for (const input of ['first', 'second']) {
			rest.soon(input);
			vi.runAllTimers();
		}
		expect(work.mock.calls).toEqual([['first'], ['second']]);
	});

	it('leaves it undone once it is stopped', () => {
		const work = vi.fn();
		const rest = atRest(REST_MS, work);
		rest.soon('first');
		rest.stop();
		vi.runAllTimers();
		expect(work).not.toHaveBeenCalled();
	});
});
