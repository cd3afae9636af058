import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { InTurn } from './in-turn.ts';
import { TooBusy } from './too-busy.ts';

describe('work in turn', () => {
	it('goes one at a time, in the order in which it was asked', async () => {
		const turn = new InTurn('tests', 3);
		const told: string[] = [];
		const work = (name: string) =>
			turn.run(async () => {
				told.push(`${name} begins`);
				await setImmediate();
				told.push(`${name} ends`);
				return name;
			});
		expect(await Promise.all(['a', 'b', 'c'].map(work))).toEqual(['a', 'b', 'c']);
		expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
	});

	it('goes on after work that fails', async () => {
		const turn = new InTurn('tests', 2);
		const failing = turn.run(() => Promise.reject(new Error('broken')));
		const next = turn.run(() => Promise.resolve('done'));
		await expect(failing).rejects.toThrow('broken');
		expect(await next).toBe('done');
	});

	it('refuses more than a few at once, and takes them again when there is room', async () => {
		const turn = new InTurn('tests', 2);
		const asked = Array.from({ length: 3 }, () => turn.run(() => setImmediate('done')));
		const outcomes = await Promise.allSettled(asked);
		expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
		expect((outcomes[2] as PromiseRejectedResult).reason).toBeInstanceOf(TooBusy);
		expect(await turn.run(() => Promise.resolve('later'))).toBe('later');
	});
});
