import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	disownPostmasterFile,
	parsePostmasterFile,
	processState,
	readPostmasterFile
} from './postmaster-file.ts';

describe('the lock file of the server', () => {
	it('gives the process and the port', () => {
		expect(parsePostmasterFile('4711\n/data\n1615000000\n5433\n\n127.0.0.1\n')).toEqual({
			pid: 4711,
			port: 5433
		});
	});

	it('may be half written, or nothing like it', () => {
		expect(parsePostmasterFile('4711\n')).toEqual({ pid: 4711, port: undefined });
		expect(parsePostmasterFile('')).toBeUndefined();
		expect(parsePostmasterFile('rubbish')).toBeUndefined();
	});

	it('is disowned without losing what stands under the process number', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'ido-lock-'));
		await writeFile(join(folder, 'postmaster.pid'), `${process.pid}\n/data\n1\n5433\n`);
		await disownPostmasterFile(folder);
		const file = await readPostmasterFile(folder);
		const text = await readFile(join(folder, 'postmaster.pid'), 'utf8');
		await rm(folder, { recursive: true });
		expect(file && (await processState(file.pid, folder))).toBe('gone');
		expect(text).toMatch(/^\d+\n\/data\n1\n5433\n$/);
	});
});

describe('a process', () => {
	it('that is no server of the data folder is a stranger', async () => {
		expect(await processState(process.pid, '/somewhere/data')).toBe('stranger');
	});
});
