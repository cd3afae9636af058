import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preparePlace, SHARED_FOLDER } from './place.ts';

let parent: string;
beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'ido-place-'));
});
afterEach(async () => {
	await chmod(parent, 0o700);
	await rm(parent, { recursive: true });
});

const listShared = () => readdir(SHARED_FOLDER).catch(() => []);

describe('the place of the database', () => {
	it('is inside the data folder', async () => {
		await chmod(parent, 0o755);
		const { folder, data } = await preparePlace(join(parent, 'data'));
		expect(folder).toBe(join(parent, 'data', 'postgresql'));
		expect(data).toBe(join(folder, 'data'));
	});

	it('is nowhere else when the data folder cannot be written', async () => {
		await writeFile(join(parent, 'data'), 'a file where a folder should be');
		const before = await listShared();
		await expect(preparePlace(join(parent, 'data'))).rejects.toThrow('cannot be written');
		expect(await listShared()).toEqual(before);
	});

	it('is nowhere else when there is a database that its account cannot reach', async () => {
		const data = join(parent, 'data');
		await mkdir(join(data, 'postgresql', 'data'), { recursive: true });
		// For root the account is another one, that may not enter; for others the folder is read only.
		await chmod(parent, 0o700);
		await chmod(join(data, 'postgresql'), 0o500);
		const before = await listShared();
		await expect(preparePlace(data)).rejects.toThrow('cannot be written');
		expect(await listShared()).toEqual(before);
	});
});
