import { changeTable, compareContext } from '#lib/figures/compare/texts.ts';
import { m } from '#lib/paraglide/messages.js';
import { csvResponse, figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { readComparisonOf } from '#lib/server/figures/compare/read-comparison.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { RequestHandler } from './$types';

/** Public. Every information point that changed between two situations. */
export const GET: RequestHandler = async ({ url }) => {
	const { comparison, notices, supportInstitutes } = await readComparisonOf(
		getDb(),
		url.searchParams
	);
	const csv = figureCsv({
		table: changeTable(comparison),
		context: compareContext(comparison, supportInstitutes),
		definitions: [{ anchor: 'twee-datums', about: m.compare_title() }],
		url
	});
	const ignored = [...new Set(notices.map(({ parameter }) => parameter))];
	return csvResponse(csv, `ido-verschillen-${comparison.view.asOf.validOn}`, ignored);
};
