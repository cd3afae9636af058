import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { forecastPage } from '#lib/server/figures/forecast/page.ts';
import type { RequestHandler } from './$types';

/** Public. One table of the page; 503 while the forecast is being made. */
export const GET: RequestHandler = (event) => servePageFile(forecastPage, event);
