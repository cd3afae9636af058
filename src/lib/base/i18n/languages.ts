import { deLocalizeHref, localizeHref, locales } from '#lib/paraglide/runtime.js';

const NAMES: Record<(typeof locales)[number], string> = { nl: 'Nederlands', en: 'English' };

export interface LanguageLink {
	locale: (typeof locales)[number];
	/** The language in its own words. */
	name: string;
	href: string;
}

/** The same page in every language of the product; `path` is pathname plus query, in any of them. */
export function languageLinks(path: string): LanguageLink[] {
	return locales.map((locale) => ({
		locale,
		name: NAMES[locale],
		href: localizeHref(deLocalizeHref(path), { locale })
	}));
}
