import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { planMovesPage } from '#lib/server/figures/plan-moves/page.ts';
import type { RequestHandler } from './$types';

/** Public. The table of one figure of the page, as it is shown; the moves are all there. */
export const GET: RequestHandler = (event) => servePageFile(planMovesPage, event);
