import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Prints the form actions of the built product, by route, as JSON; "default" is the action without a name.
 * A program of its own: what a page needs on the server is loaded without the tools of the tests.
 */
interface Built {
	m: {
		_: {
			routes: { id: string; page: { leaf: number } | null }[];
			nodes: (() => Promise<{ server?: { actions?: Record<string, unknown> } }>)[];
		};
	};
}

const [file] = globSync('build/server/chunks/manifest.js-*.js');
if (!file) throw new Error('there is no build to read the form actions from');
const { m: manifest } = (await import(pathToFileURL(resolve(file)).href)) as Built;
const found: [string, string[]][] = [];
for (const { id, page } of manifest._.routes) {
	const node = page && (await manifest._.nodes[page.leaf]?.());
	const actions = Object.keys(node?.server?.actions ?? {});
	// The folder of a group is no part of the address.
	if (actions.length > 0) found.push([id.replaceAll(/\/\([^)]+\)/g, '') || '/', actions]);
}
// What the product keeps open once it is loaded does not end by itself.
process.stdout.write(JSON.stringify(found), () => process.exit());
