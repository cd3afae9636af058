import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The code that queries the database, by its path in the repository; tests name their rows as they like. */
export const isChecked = (path: string): boolean =>
	/^(?:src|seeds|db)\/.*\.ts$/.test(path) &&
	!path.endsWith('.test.ts') &&
	// What has run once never runs again, and may speak of tables that are no more.
	!path.startsWith('db/migrations/');

/** Full paths of those that name a row type. */
export async function listCheckedFiles(root: string): Promise<string[]> {
	const found: string[] = [];
	for await (const path of glob('{src,seeds,db}/**/*.ts', { cwd: root })) {
		if (!isChecked(path)) continue;
		const text = await readFile(join(root, path), 'utf8');
		if (text.includes('sql<')) found.push(join(root, path));
	}
	return found.sort();
}
