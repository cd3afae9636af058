import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { isAllowed, listLicences, renderLicences } from './licence-list.ts';

const lock: unknown = JSON.parse(await readFile('package-lock.json', 'utf8'));

describe('the licences of the packages', () => {
	it('are all allowed', () => {
		expect(listLicences(lock).filter(({ licence }) => !isAllowed(licence))).toEqual([]);
	});

	it('are listed in docs/licences.md, fresh; else run `npm run licences`', async () => {
		expect(await readFile('docs/licences.md', 'utf8')).toBe(renderLicences(listLicences(lock)));
	});

	it('are those of what is run or shipped, without the tools', () => {
		const names = new Set(listLicences(lock).map(({ name }) => name));
		for (const name of ['pg', 'kysely', 'svelte', 'node', '@utrecht/button-css']) {
			expect(names).toContain(name);
		}
		expect(names).not.toContain('eslint');
	});
});

describe('a licence', () => {
	it.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', 'EUPL-1.2'])(
		'%s is allowed',
		(licence) => {
			expect(isAllowed(licence)).toBe(true);
		}
	);

	it.each(['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0', 'UNLICENSED', 'unknown', ''])(
		'%s is not',
		(licence) => {
			expect(isAllowed(licence)).toBe(false);
		}
	);
});
