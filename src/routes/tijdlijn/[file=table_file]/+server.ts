import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { timelinePage } from '#lib/server/figures/timeline/page.ts';
import type { RequestHandler } from './$types';

/** Public. The events or the decisions as a table. */
export const GET: RequestHandler = (event) => servePageFile(timelinePage, event);
