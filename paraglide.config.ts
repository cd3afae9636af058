import type { Plugin } from 'vite';

/** How the texts are compiled, by Vite as well as before type checks and linting. */
export const paraglideOptions = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	// Never by cookie: one address is one page in one language, so pages can be cached whole.
	strategy: ['url', 'baseLocale'] satisfies ('url' | 'baseLocale')[],
	emitTsDeclarations: true
};

const MAKES_RULES = 'new Intl.PluralRules(locale, options)';

/**
 * The compiled texts make the rules of plurals anew for every text, which cost 8 ms of a map page with
 * its 446 marks. This keeps one set per language.
 */
export function keepPluralRules(): Plugin {
	return {
		name: 'keep-plural-rules',
		transform(code, id) {
			if (!id.endsWith('/paraglide/registry.js')) return null;
			if (!code.includes(MAKES_RULES)) this.error(`${id} makes no rules of plurals any more`);
			const kept = `rulesOf(locale, options)`;
			const rulesOf = `
const rules = new Map();
function rulesOf(locale, options) {
	if (options && Object.keys(options).length > 0) return ${MAKES_RULES};
	const known = rules.get(locale) ?? new Intl.PluralRules(locale);
	rules.set(locale, known);
	return known;
}
`;
			return { code: code.replace(MAKES_RULES, kept) + rulesOf, map: null };
		}
	};
}
