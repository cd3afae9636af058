import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { coveragePage } from '#lib/server/figures/coverage/page.ts';
import type { RequestHandler } from './$types';

/** Public. The table of one figure of the page, as it is shown; a what-if says that it is one. */
export const GET: RequestHandler = (event) => servePageFile(coveragePage, event);
