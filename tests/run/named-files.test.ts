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
