import { expect, it } from 'vitest';
import { Remembered } from './remembered.ts';

it('asks once for all who ask at the same time, and again when the time is over', async () => {
	let now = 0;
	let asked = 0;
	const remembered = new Remembered(
		() => Promise.resolve(++asked),
		1_000,
		() => now
	);
	expect(await Promise.all([remembered.get(), remembered.get()])).toEqual([1, 1]);
	now = 999;
	expect(await remembered.get()).toBe(1);
	now = 1_000;
	expect(await remembered.get()).toBe(2);
});

it('asks again after a failure', async () => {
	let now = 0;
	const remembered = new Remembered(
		() => Promise.reject(new Error('no')),
		10,
		() => now
	);
	await expect(remembered.get()).rejects.toThrow('no');
	now = 10;
	await expect(remembered.get()).rejects.toThrow('no');
});
