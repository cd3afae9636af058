import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { vanguardPage } from '#lib/server/figures/vanguard/page.ts';
import type { RequestHandler } from './$types';

/** Public. The choice of the kopgroep and what became of it, as tables. */
export const GET: RequestHandler = (event) => servePageFile(vanguardPage, event);
