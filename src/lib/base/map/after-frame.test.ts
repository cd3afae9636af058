import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterFrame } from './after-frame.ts';

let frames: (() => void)[] = [];
/** What the browser does: the frame, and the turn after it. */
function drawFrame() {
	for (const frame of frames.splice(0)) frame();
}

beforeEach(() => {
	frames = [];
	vi.useFakeTimers();
	vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('afterFrame', () => {
	it('works once, after the frame, with what was given last', () => {
		const work = vi.fn();
		const after = afterFrame(work);
		after.soon('first');
		after.soon('second');
		drawFrame();
		expect(work).not.toHaveBeenCalled();
		vi.runAllTimers();
		expect(work.mock.calls).toEqual([['second']]);
	});

	it('works again when it is asked for again', () => {
		const work = vi.fn();
		const after = afterFrame(work);
		for (const input of ['first', 'second']) {
			after.soon(input);
			drawFrame();
			vi.runAllTimers();
		}
		expect(work.mock.calls).toEqual([['first'], ['second']]);
	});

	it('leaves it undone once it is stopped', () => {
		const work = vi.fn();
		const after = afterFrame(work);
		after.soon('first');
		after.stop();
		drawFrame();
		vi.runAllTimers();
		expect(work).not.toHaveBeenCalled();
	});
});
