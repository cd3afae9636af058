import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** Every route that answers by code of the server, with `[…]` where something of the address goes. */
export const ROUTES = globSync('src/routes/**/+{page.server,server}.ts')
	.map(
		(file) =>
			dirname(file)
				.replace(/^src\/routes/, '')
				.replace('[x+2e]', '.')
				.replaceAll(/\/\([^)]+\)/g, '') || '/'
	)
	// A stream, which never ends.
	.filter((route) => route !== '/veranderingen')
	.sort();

/** The form actions of each route that takes a form; "default" is the one without a name. From the build. */
export async function listActions(): Promise<[route: string, actions: string[]][]> {
	const program = new URL('print-actions.ts', import.meta.url).pathname;
	const { stdout } = await promisify(execFile)(process.execPath, [program]);
	return JSON.parse(stdout) as [string, string[]][];
}

const SOURCE = globSync('src/{routes,lib}/**/*.{ts,svelte}')
	.filter((file) => !file.includes('paraglide') && !file.endsWith('.test.ts'))
	.map((file) => readFileSync(file, 'utf8'))
	.join('\n');

/** The parameters that pages read from their address by name; the API knows those of the figures. */
export const PARAMETERS = found(/arams\.(?:get|getAll|has)\('([^']+)'\)/g);

/** The names of all fields of forms, and what is read from them by name. */
export const FIELDS = [
	...new Set([
		...found(/\bname="([a-zA-Z][a-zA-Z0-9.-]*)"/g),
		...found(/\b(?:form|data|sent)\.(?:get|getAll|has)\('([^']+)'\)/g),
		...found(/^\t(\w+): (?:z\.|optional|required|dayField|textField)/gm),
		'__proto__'
	])
];

function found(pattern: RegExp): string[] {
	return [...new Set([...SOURCE.matchAll(pattern)].map(([, name]) => name!))].sort();
}
