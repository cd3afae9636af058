import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptSecret } from './kept-secret.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ido-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('makes a secret once, that only its owner can read', async () => {
	const file = join(folder, 'new', 'secret');
	const first = await keptSecret(file);
	expect(first).toMatch(/^[0-9a-f]{64}$/);
	expect(await keptSecret(file)).toBe(first);
	expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('is the same for everyone who makes it at once, and leaves no drafts', async () => {
	const file = join(folder, 'secret');
	const secrets = await Promise.all(Array.from({ length: 20 }, () => keptSecret(file)));
	expect(new Set(secrets).size).toBe(1);
	expect(await readdir(folder)).toEqual(['secret']);
});
