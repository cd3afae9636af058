import { describe, expect, it } from 'vitest';
import { Started } from './started.ts';

describe('what was started', () => {
	it('stops once, the last one first', async () => {
		const order: string[] = [];
		const started = new Started();
		started.add(async () => void order.push('database'));
		started.add(async () => void order.push('server'));
		expect(started.stopping).toBe(false);
		await Promise.all([started.stop(), started.stop()]);
		expect(order).toEqual(['server', 'database']);
		expect(started.stopping).toBe(true);
	});

	it('stops the rest when one fails, and tells it', async () => {
		const order: string[] = [];
		const started = new Started();
		started.add(async () => void order.push('database'));
		started.add(() => Promise.reject(new Error('stuck')));
		await expect(started.stop()).rejects.toThrow('not everything stopped cleanly');
		expect(order).toEqual(['database']);
	});

	it('also stops what is started while it stops', async () => {
		const order: string[] = [];
		const started = new Started();
		started.add(async () => {
			order.push('first');
			started.add(async () => void order.push('late'));
		});
		await started.stop();
		expect(order).toEqual(['first', 'late']);
	});
});
