import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files', 'src', 'db', 'seeds', 'tests', 'docs', '*.md'], {
	encoding: 'utf8'
})
	.split('\n')
	.filter((file) => /\.(ts|svelte|md|css)$/.test(file) && existsSync(file));

/** Paths that comments and documents name, as files of the repository. */
function namedIn(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	const documents = [...text.matchAll(/\bdocs\/[\w./-]+\.md/g)].map(([path]) => path);
	if (!file.endsWith('.md')) return documents;
	const modules = [...text.matchAll(/`#(lib|db|seeds|tests)\/([\w./-]+\.(?:ts|svelte))`/g)];
	const sources = [...text.matchAll(/`((?:src|db|seeds|tests)\/[\w./-]+\.(?:ts|svelte))`/g)];
	return [
		...documents,
		...modules.map(([, root, path]) => `${root === 'lib' ? 'src/lib' : root}/${path}`),
		...sources.map(([, path]) => path!)
	];
}

/** The nouns of src/lib and of src/lib/server, as district and folder. */
const nouns = new Set(
	files.flatMap((file) => {
		const [, district, noun] = /^src\/lib\/(?:server\/)?([\w-]+)\/([\w-]+)\//.exec(file) ?? [];
		return district && noun && district !== 'paraglide' ? [`${district}/${noun}`] : [];
	})
);

describe('the folder of a noun', () => {
	it('is explained in the page of its district and in the glossary', () => {
		const glossary = readFileSync('docs/glossary.md', 'utf8');
		const untold = [...nouns].filter((path) => {
			const [district, noun] = path.split('/') as [string, string];
			const page = readFileSync(`docs/districts/${district}.md`, 'utf8');
			return !page.includes(`| \`${noun}\``) || !glossary.includes(`\`${noun}\``);
		});
		expect(nouns.size).toBeGreaterThan(40);
		expect(untold).toEqual([]);
	});
});

describe('comments and documents', () => {
	it('name files that are there', () => {
		const missing = files.flatMap((file) =>
			namedIn(file)
				.filter((path) => !existsSync(path))
				.map((path) => `${file}: ${path}`)
		);
		expect(missing).toEqual([]);
	});
});
