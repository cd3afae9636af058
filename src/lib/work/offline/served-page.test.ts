import { expect, it } from 'vitest';
import { filesOf, markKept } from './served-page.ts';

const PAGE =
	'<!doctype html><html lang="nl"><head><link href="/_app/immutable/assets/0.Ch_T.css" rel="stylesheet">' +
	'<link rel="modulepreload" href="/_app/immutable/chunks/D_X3-k.js"></head><body><script>' +
	'import("/_app/immutable/entry/start.a1.js");import("/_app/immutable/chunks/D_X3-k.js")</script></body></html>';

it('a page names the files of its build, each once', () => {
	expect(filesOf(PAGE)).toEqual([
		'/_app/immutable/assets/0.Ch_T.css',
		'/_app/immutable/chunks/D_X3-k.js',
		'/_app/immutable/entry/start.a1.js'
	]);
	expect(filesOf('<html></html>')).toEqual([]);
});

it('a kept page says when it was kept, and is otherwise what it was', () => {
	const served = markKept(PAGE, Date.UTC(2022, 0, 31, 8, 14));
	expect(served).toContain('<html data-kept-at="2022-01-31T08:14:00.000Z" lang="nl">');
	expect(served.replace(' data-kept-at="2022-01-31T08:14:00.000Z"', '')).toBe(PAGE);
});
