import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { comparePage } from '#lib/server/figures/compare/page.ts';
import type { RequestHandler } from './$types';

/** Public. One table of the page, as it is shown. */
export const GET: RequestHandler = (event) => servePageFile(comparePage, event);
