import { parseAsOf } from '#lib/as-of/as-of.ts';
import { DEFINITION_OF, reconciliationTable } from '#lib/reconciliation/texts.ts';
import { COUNTED } from '#lib/reconciliation/reconcile.ts';
import { m } from '#lib/paraglide/messages.js';
import { csvResponse, figureCsv } from '#lib/server/charts/figure-csv.ts';
import { readToday } from '#lib/server/clock.ts';
import { readDataState } from '#lib/server/data-version.ts';
import { getDb } from '#lib/server/db/app-db.ts';
import { readReconciliation } from '#lib/server/reconciliation/service.ts';
import type { RequestHandler } from './$types';

/** Public. Every published count beside ours, as a table. */
export const GET: RequestHandler = async ({ url }) => {
	const db = getDb();
	const [today, { demoData }] = await Promise.all([readToday(db), readDataState(db)]);
	const { asOf, notices } = parseAsOf(url.searchParams, today);
	const rows = await readReconciliation(db, asOf);
	const csv = figureCsv({
		table: reconciliationTable(rows),
		context: {
			validOn: asOf.validOn,
			knownOn: asOf.knownOn ?? today,
			filters: [],
			source: m.progress_source(),
			demoData
		},
		definitions: [...new Set(COUNTED.map((counted) => DEFINITION_OF[counted]))].map((anchor) => {
			return { anchor, about: anchor };
		}),
		origin: url.origin
	});
	const ignored = notices.map(({ parameter }) => parameter);
	return csvResponse(csv, `ido-cijfers-naast-elkaar-${asOf.validOn}`, ignored);
};
