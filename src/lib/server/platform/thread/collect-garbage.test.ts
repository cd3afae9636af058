import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { collectGarbage } from './collect-garbage.ts';

function letGo(): WeakRef<object> {
	return new WeakRef({ pixels: 'many' });
}

// How much memory a process then holds depends on the machine, so the bench measures it (a flood of drawings).
describe('collecting garbage', () => {
	it('lets go at once of what is no longer used', async () => {
		const reference = letGo();
		await setImmediate();
		expect(reference.deref()).toBeDefined();
		// Until a turn ends, what was looked at in it stays.
		await setImmediate();
		collectGarbage();
		expect(reference.deref()).toBeUndefined();
	});
});
