import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let parent: string;
beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'ido-folder-'));
});
afterEach(() => rm(parent, { recursive: true }));

describe('making a folder', () => {
	it('makes what is missing above it too, also for two at the same moment', async () => {
		const deep = join(parent, 'a', 'b', 'c');
		await Promise.all([makeFolder(deep, 0o700), makeFolder(deep, 0o700)]);
		const { mode } = await stat(deep);
		expect(mode & 0o777).toBe(0o700);
		await makeFolder(deep);
	});

	it('is refused under a file', async () => {
		await writeFile(join(parent, 'file'), '');
		await expect(makeFolder(join(parent, 'file', 'a', 'b'))).rejects.toThrow(/ENOTDIR/);
		await expect(makeFolder(join(parent, 'file'))).rejects.toThrow(/EEXIST/);
	});

	it.runIf(process.platform === 'linux')(
		'is refused at once where nothing can be made',
		async () => {
			await expect(makeFolder('/proc/ido/a/b')).rejects.toThrow(/ENOENT|EACCES|EPERM/);
		}
	);
});
