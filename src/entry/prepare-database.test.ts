import { describe, expect, it } from 'vitest';
import { stopWhenFound } from './prepare-database.ts';

describe('stopping while the database is being found', () => {
	it('stops what is found', async () => {
		let stopped = false;
		const stop = () => Promise.resolve(void (stopped = true));
		await stopWhenFound(Promise.resolve({ stop }));
		expect(stopped).toBe(true);
	});

	it('does not wait for ever for a folder that never answers, nor for one that failed', async () => {
		await expect(stopWhenFound(new Promise(() => undefined), 1)).resolves.toBeUndefined();
		await expect(stopWhenFound(Promise.reject(new Error('refused')))).resolves.toBeUndefined();
	});
});
