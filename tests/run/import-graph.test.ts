import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	DISTRICTS,
	findChain,
	findCircles,
	findUpward,
	isPlaced,
	namedByValue,
	readImports,
	type Import
} from './import-graph.ts';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/lib'], {
	encoding: 'utf8'
})
	.split('\n')
	.filter((file) => existsSync(file));
const imports = readImports(files);
const say = ({ from, to }: Import) => `${from} imports ${to}`;

describe('the modules of src/lib', () => {
	it('are read, and what they import is there', () => {
		expect(imports.length).toBeGreaterThan(1_000);
		expect(imports.filter(({ to }) => !existsSync(to) && !existsSync(`${to}.ts`))).toEqual([]);
	});

	it('stand in a district', () => {
		const modules = files.filter(
			(file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('src/lib/paraglide/')
		);
		expect(modules.filter((file) => !isPlaced(file))).toEqual([]);
	});

	it('import from their own district and from lower ones only', () => {
		expect(
			findUpward(imports).map((step) => `${say(step)}; from low to high: ${DISTRICTS}`)
		).toEqual([]);
	});

	it('tie no nouns to each other in a circle', () => {
		const told = findCircles(imports).map(
			({ nouns, imports: steps }) =>
				`${nouns.join(', ')} import each other. Of these imports one is probably wrong: ${steps.slice(0, 8).map(say).join('; ')}`
		);
		expect(told).toEqual([]);
	});

	it('leave the routes alone, and the server too when they run in browsers', () => {
		const wrong = imports.filter(
			({ from, to }) =>
				!to.startsWith('src/lib/') ||
				(to.startsWith('src/lib/server/') && !from.startsWith('src/lib/server/'))
		);
		expect(wrong.map(say)).toEqual([]);
	});
});

describe('a program that runs in a fresh clone', () => {
	const isMade = (path: string) => path.startsWith('src/lib/paraglide/');

	it.each([
		...['src/entry/main.ts', 'src/entry/dev.ts', 'src/entry/verify.ts', 'seeds/seed.ts'],
		...['db/migrate.ts', 'db/user.ts', 'db/edition-key.ts', 'db/generate-types.ts'],
		...['db/backup/backup.ts', 'db/backup/restore.ts']
	])('loads nothing that the build has yet to make: %s', (program) => {
		expect(findChain(program, isMade)).toEqual([]);
	});

	it('is seen to load what it does', () => {
		expect(findChain('src/entry/start.ts', (path) => path === 'src/entry/serve.ts')).toEqual([
			...['src/entry/start.ts', 'src/entry/main.ts', 'src/entry/serve.ts']
		]);
	});
});

describe('what a module imports by value', () => {
	it.each([
		["import { a } from '#lib/x/a.ts';", ['#lib/x/a.ts']],
		["import { type A, b } from './a.ts';", ['./a.ts']],
		["import './a.css';", ['./a.css']],
		["export { a } from './a.ts';", ['./a.ts']],
		["const a = await import('./a.ts');", ['./a.ts']],
		["import type { A } from './a.ts';", []],
		["import { type A, type B } from './a.ts';", []],
		["export type { A } from './a.ts';", []],
		['const text = "import { a } from \'./a.ts\'";', []]
	])('of %s', (text, expected) => {
		expect(namedByValue('a.ts', text)).toEqual(expected);
		expect(namedByValue('A.svelte', `<script lang="ts">${text}</script>\n<p></p>`)).toEqual(
			expected
		);
	});
});

describe('an import that goes up', () => {
	it('is found on the server and in the browser, and not within a district or downwards', () => {
		const up = [
			{ from: 'src/lib/base/map/mark.ts', to: 'src/lib/network/library/library.ts' },
			{ from: 'src/lib/server/ledger/change/entry.ts', to: 'src/lib/work/update/act.ts' }
		];
		const fine = [
			{ from: 'src/lib/network/library/library.ts', to: 'src/lib/base/map/mark.ts' },
			{ from: 'src/lib/server/base/a/a.ts', to: 'src/lib/base/b/b.ts' }
		];
		expect(findUpward([...up, ...fine])).toEqual(up);
	});
});

describe('a circle', () => {
	it('is found between two nouns and over a third, and not within one', () => {
		const step = (from: string, to: string) => ({ from: `src/lib/${from}`, to: `src/lib/${to}` });
		const tied = [
			step('x/a/one.ts', 'server/x/b/one.ts'),
			step('server/x/b/two.ts', 'x/c/C.svelte'),
			step('x/c/C.svelte', 'x/a/two.ts')
		];
		const free = [
			step('x/a/one.ts', 'x/d/one.ts'),
			step('x/d/one.ts', 'x/d/two.ts'),
			step('x/d/two.ts', 'x/d/one.ts')
		];
		expect(findCircles([...tied, ...free])).toEqual([
			{ nouns: ['server/x/b', 'x/a', 'x/c'], imports: tied }
		]);
		expect(findCircles(free)).toEqual([]);
	});
});
