import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { responsePage } from '#lib/server/figures/response-time/page.ts';
import type { RequestHandler } from './$types';

/** Public. Reports by who had to answer, as a table. */
export const GET: RequestHandler = (event) => servePageFile(responsePage, event);
