import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeApi } from '#lib/server/publish/api/describe-api.ts';
import { hasKnownParameters } from './request-rules.ts';

/** Pages for those who are signed in, or who sign in, are never kept. */
const IS_PERSONAL =
	/\/(?:account|work|bijwerken|beheer|mijn-bibliotheken|inloggen|wachtwoord-vergeten|vaststellen)\//;

/** How code asks for a parameter by its name: `params.get('poi')`, `readChoice(params, 'poi', …)`. */
const ASKS =
	/\b(?:params|searchParams)(?:\.(?:get|getAll|has)\(|, )'([\w-]+)'|_PARAMETER = '([\w-]+)'/g;

function namesAskedFor(): Map<string, string> {
	const files = execFileSync('git', ['ls-files', 'src'], { encoding: 'utf8' })
		.split('\n')
		.filter((file) => /(?<!\.test)\.(?:ts|svelte)$/.test(file) && existsSync(file));
	return new Map(
		files
			.filter((file) => !IS_PERSONAL.test(file))
			.flatMap((file) =>
				[...readFileSync(file, 'utf8').matchAll(ASKS)].map(
					([, asked, named]) => [(asked ?? named)!, file] as const
				)
			)
	);
}

const unknown = (name: string) => !hasKnownParameters(`/?${name}=1`);

describe('a parameter that the product reads is known, so that its pages are kept', () => {
	it('of every page and file', () => {
		const asked = namesAskedFor();
		expect([...asked.keys()]).toEqual(expect.arrayContaining(['peildatum', 'straal', 'kader']));
		expect([...asked].filter(([name]) => unknown(name))).toEqual([]);
	});

	it('of the API', () => {
		const described = Object.values(describeApi('http://localhost').paths ?? {})
			.flatMap((path) => path.get?.parameters ?? [])
			.flatMap((parameter) =>
				'in' in parameter && parameter.in === 'query' ? [parameter.name] : []
			);
		expect(described).toContain('peildatum');
		expect(described.filter(unknown)).toEqual([]);
	});

	it('while others are not', () => {
		expect(hasKnownParameters('/?peildatum=2020-06-30&utm_source=x')).toBe(false);
		expect(hasKnownParameters('/')).toBe(true);
	});
});
