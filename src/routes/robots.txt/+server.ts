import { robotsText } from '#lib/server/base/site/sitemap-xml.ts';
import type { RequestHandler } from './$types';

/** Public. What search engines may look at, and where the list of pages is. */
export const GET: RequestHandler = ({ url }) =>
	new Response(robotsText(url.origin), {
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
