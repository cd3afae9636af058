import { afterAll, describe, expect, it } from 'vitest';
import { newSigningKey } from '#tests/factories/edition.ts';
import { announceShutdown } from '#lib/server/platform/process/shutdown.ts';
import { makeEditionFiles, readyToMakeFiles } from './make-files.ts';
import type { FileSource } from './make-texts.ts';

afterAll(() => announceShutdown('test', 5_000));

/** No edition can be made of it; the thread says so, and goes on. */
const BROKEN = {} as FileSource;

describe('the thread that makes editions', () => {
	it('has started also while somebody waits, and says so when none can be made', async () => {
		const key = newSigningKey();
		const failing = expect(makeEditionFiles(BROKEN, key)).rejects.toThrow();
		await expect(readyToMakeFiles()).resolves.toBeUndefined();
		await failing;
	});
});
