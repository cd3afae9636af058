import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { parse } from 'node-html-parser';
import type { Finding } from '#lib/server/publish/edition/verify.ts';

const ELSEWHERE = /^(https?|mailto|tel|data):/;

/**
 * Whether every link of every page of the folder leads to a file that is in it, and to a place that
 * is on that page. `files` are all names in the folder. Reads one page at a time.
 */
export async function checkLinks(folder: string, files: ReadonlySet<string>): Promise<Finding[]> {
	const pages = [...files].filter((name) => name.endsWith('.html'));
	const anchors = new Map<string, Set<string>>();
	const broken: string[] = [];
	let links = 0;
	for (const name of pages) {
		const page = parse(await readFile(join(folder, name), 'utf8'));
		for (const element of page.querySelectorAll('[href], [src]')) {
			const value = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
			if (ELSEWHERE.test(value)) continue;
			links += 1;
			const [path = '', anchor = ''] = value.split('#');
			const file = path ? posix.join(posix.dirname(name), path) : name;
			if (path.startsWith('/') || !files.has(file)) broken.push(`${name} → ${value}`);
			else if (anchor && element.tagName === 'A') {
				const wanted = anchors.get(file) ?? new Set();
				anchors.set(file, wanted.add(decodeURIComponent(anchor)));
			}
		}
	}
	for (const [name, wanted] of anchors) {
		const page = parse(await readFile(join(folder, name), 'utf8'));
		const ids = new Set(page.querySelectorAll('[id]').map(({ id }) => id));
		for (const id of wanted) if (!ids.has(id)) broken.push(`→ ${name}#${id}`);
	}
	const shown = broken.slice(0, 10).map((one) => `\n       ${one}`);
	return [
		{ ok: pages.length > 0, text: `${pages.length} pages` },
		{
			ok: broken.length === 0,
			text:
				broken.length === 0
					? `${links} links, each to something that is there`
					: `${broken.length} of ${links} links lead nowhere:${shown.join('')}`
		}
	];
}
