import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

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

/** Those of them that take a form. */
export const FORM_ROUTES = ROUTES.filter((route) =>
	globSync(`src/routes/{,(map)/}${escaped(route)}/+page.server.ts`).some((file) =>
		/\bactions\b/.test(readFileSync(file, 'utf8'))
	)
);

const SOURCE = globSync('src/{routes,lib}/**/*.{ts,svelte}')
	.filter((file) => !file.includes('paraglide') && !file.endsWith('.test.ts'))
	.map((file) => readFileSync(file, 'utf8'))
	.join('\n');

/** The parameters that pages read from their address by name; the API knows those of the figures. */
export const PARAMETERS = found(/arams\.(?:get|getAll|has)\('([^']+)'\)/g);

/** The names of all form actions; a route without one answers 404. */
export const ACTIONS = found(/\?\/([a-zA-Z_]+)/g);

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

function escaped(route: string): string {
	return route.slice(1).replaceAll('[', '[[]').replaceAll('.well', '[[]x+2e]well');
}
