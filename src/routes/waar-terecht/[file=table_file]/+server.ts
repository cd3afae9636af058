import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { whereToGoPage } from '#lib/server/figures/where-to-go/page.ts';
import type { RequestHandler } from './$types';

/** Public. The points near a place as a table. */
export const GET: RequestHandler = (event) => servePageFile(whereToGoPage, event);
