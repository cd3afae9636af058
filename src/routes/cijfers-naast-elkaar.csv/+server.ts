import { servePageFile } from '#lib/server/figures/page/serve-page.ts';
import { reconciliationPage } from '#lib/server/figures/reconciliation/page.ts';
import type { RequestHandler } from './$types';

/** Public. Every published count beside ours, as a table. */
export const GET: RequestHandler = ({ url }) =>
	servePageFile(reconciliationPage, { url, params: { file: 'cijfers.csv' } });
