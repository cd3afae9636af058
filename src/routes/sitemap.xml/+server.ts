import { sitemapXml } from '#lib/server/base/site/sitemap-xml.ts';
import type { RequestHandler } from './$types';

/** Public. The addresses of all public pages, for search engines. */
export const GET: RequestHandler = ({ url }) =>
	new Response(sitemapXml(url.origin), {
		headers: { 'content-type': 'application/xml; charset=utf-8' }
	});
