import { languageLinks } from '#lib/base/i18n/languages.ts';
import { escapeXml } from '#lib/base/map/xml.ts';
import { sitePaths } from './site-map.ts';

/**
 * Every public page in every language, each with its other languages, as search engines ask for it
 * (sitemaps.org 0.9). `origin` is where this installation lives.
 */
export function sitemapXml(origin: string): string {
	const whole = (path: string) => escapeXml(new URL(path, origin).href);
	const pages = sitePaths().flatMap((path) => {
		const links = languageLinks(path);
		const others = links.map(
			({ locale, href }) =>
				`<xhtml:link rel="alternate" hreflang="${locale}" href="${whole(href)}"/>`
		);
		return links.map(({ href }) => `<url><loc>${whole(href)}</loc>${others.join('')}</url>`);
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...pages,
		'</urlset>\n'
	].join('\n');
}

/** What search engines may look at: pages, but not each of the endlessly many views of the same figures. */
export const robotsText = (origin: string): string =>
	[
		'User-agent: *',
		...['/*?', '/inloggen', '/en/inloggen', '/veranderingen'].map((path) => `Disallow: ${path}`),
		`Sitemap: ${new URL('/sitemap.xml', origin).href}\n`
	].join('\n');
