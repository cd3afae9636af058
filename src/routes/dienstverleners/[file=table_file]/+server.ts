import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { providerPage } from '#lib/server/figures/provider/page.ts';
import type { RequestHandler } from './$types';

/** Public. The providers or their subjects as a table. */
export const GET: RequestHandler = (event) => servePageFile(providerPage, event);
