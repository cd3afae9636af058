import { afterAll, describe, expect, it } from 'vitest';
import type { PaintQuestion } from '#lib/server/platform/painter/paint-worker.ts';
import { Turns } from './turns.ts';
import { WorkThread } from './work-thread.ts';

const turns = new Turns();
const [one, other] = [paintThread(), paintThread()];
afterAll(() => Promise.all([one.stop(), other.stop()]));

function paintThread() {
	return new WorkThread<PaintQuestion, Uint8Array<ArrayBuffer>>(
		'#lib/server/platform/painter/paint-worker.ts',
		{ turns }
	);
}

const picture = {
	svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>',
	width: 8
};

describe('threads that take turns', () => {
	it('are never there both', async () => {
		const seen: boolean[] = [];
		const look = () => seen.push(one.isRunning && other.isRunning);
		await Promise.all(
			[one, other, one, other].map(async (thread) => {
				expect((await thread.ask(picture)).length).toBeGreaterThan(0);
				look();
			})
		);
		expect(seen).toEqual([false, false, false, false]);
		expect([one.isRunning, other.isRunning]).toEqual([false, true]);
	});

	it('go on after an answer that fails', async () => {
		const failing = one.ask({ svg: 'no drawing', width: 8 });
		const next = other.ask(picture);
		await expect(failing).rejects.toThrow();
		expect((await next).length).toBeGreaterThan(0);
	});

	it('go on when one is stopped before its turn', async () => {
		const first = one.ask(picture);
		const refused = other.ask(picture);
		const rejected = expect(refused).rejects.toThrow('the thread was stopped');
		await other.stop();
		await rejected;
		expect((await first).length).toBeGreaterThan(0);
		expect((await one.ask(picture)).length).toBeGreaterThan(0);
	});
});
