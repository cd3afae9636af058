import { error } from '@sveltejs/kit';
import { lateFiles } from '#lib/figures/reporting-delay/figure-files.ts';
import { csvResponse, figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readReportingDelaysOf } from '#lib/server/figures/reporting-delay/read-reporting-delay.ts';
import type { RequestHandler } from './$types';
import { viewContext } from '#lib/base/selection/figure-context.ts';

/** Public. The table of one figure of the page about reporting delay, as it is shown. */
export const GET: RequestHandler = async ({ url, params }) => {
	const file = lateFiles.find(({ name }) => name === params.figure);
	if (!file) error(404);
	const { late, notices, supportInstitutes } = await readReportingDelaysOf(
		getDb(),
		url.searchParams
	);
	const csv = figureCsv({
		...file.of(late),
		context: viewContext(late, supportInstitutes),
		url
	});
	const ignored = [...new Set(notices.map(({ parameter }) => parameter))];
	return csvResponse(csv, `ido-${file.name}-${late.view.asOf.validOn}`, ignored);
};
