import { csvResponse, figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readReconciliationOf } from '#lib/server/figures/reconciliation/service.ts';
import type { RequestHandler } from './$types';

/** Public. Every published count beside ours, as a table. */
export const GET: RequestHandler = async ({ url }) => {
	const { notices, ...figure } = await readReconciliationOf(getDb(), url.searchParams);
	const csv = figureCsv({ ...figure, url });
	const ignored = notices.map(({ parameter }) => parameter);
	return csvResponse(csv, `ido-cijfers-naast-elkaar-${figure.context.validOn}`, ignored);
};
