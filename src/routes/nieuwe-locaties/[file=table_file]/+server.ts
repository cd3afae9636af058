import { newLocationsPage } from '#lib/server/figures/new-locations/page.ts';
import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import type { RequestHandler } from './$types';

/** Public. The locations that opened in a quarter, as a table. */
export const GET: RequestHandler = (event) => servePageFile(newLocationsPage, event);
