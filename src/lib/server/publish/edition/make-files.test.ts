import { afterAll, describe, expect, it } from 'vitest';
import { newSigningKey } from '#tests/factories/edition.ts';
import { announceShutdown } from '#lib/server/platform/process/shutdown.ts';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';
import { makeEditionFiles, readyToMakeFiles } from './make-files.ts';
import type { FileSource } from './make-texts.ts';

afterAll(() => announceShutdown('test', 5_000));

/** No edition can be made of it; the thread says so, and goes on. */
const BROKEN = {} as FileSource;

describe('the thread that makes editions', () => {
	it('refuses more than a few at once, and has started also while they wait', async () => {
		const key = newSigningKey();
		const asked = Array.from({ length: 12 }, () => makeEditionFiles(BROKEN, key));
		await expect(readyToMakeFiles()).resolves.toBeUndefined();
		const outcomes = await Promise.allSettled(asked);
		const busy = outcomes.map((one) => one.status === 'rejected' && one.reason instanceof TooBusy);
		expect(busy).toEqual([...Array<boolean>(8).fill(false), ...Array<boolean>(4).fill(true)]);
	});
});
