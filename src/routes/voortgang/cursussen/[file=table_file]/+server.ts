import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { participationPage } from '#lib/server/figures/participation/page.ts';
import type { RequestHandler } from './$types';

/** Public. The table of one figure of the page, as it is shown. */
export const GET: RequestHandler = (event) => servePageFile(participationPage, event);
