import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { progressPage } from '#lib/server/figures/forecast/progress-page.ts';
import type { RequestHandler } from './$types';

/** Public. The table of one figure of the page, as it is shown; 503 without its forecast. */
export const GET: RequestHandler = (event) => servePageFile(progressPage, event);
