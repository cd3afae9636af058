import { equipmentPage } from '#lib/server/figures/equipment/page.ts';
import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import type { RequestHandler } from './$types';

/** Public. The table of one figure of the page, as it is shown. */
export const GET: RequestHandler = (event) => servePageFile(equipmentPage, event);
