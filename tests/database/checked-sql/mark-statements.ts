import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { isChecked } from './checked-files.ts';

/**
 * Writes into the text of each raw statement where it stands, as a comment of SQL, so that the test
 * that runs it can tell which row type its result must have.
 */
export function markStatements(root: string): Plugin {
	return {
		name: 'mark-statements',
		enforce: 'pre',
		async transform(code, id) {
			const path = relative(root, id);
			if (!isChecked(path) || !code.includes('sql<')) return null;
			// Here, so that a build of the product does not load the compiler of TypeScript.
			const { markText } = await import('./find-statements.ts');
			return { code: markText(path, code), map: null };
		}
	};
}
