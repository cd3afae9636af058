import { error } from '@sveltejs/kit';
import { figureFiles } from '#lib/figures/progress/figure-files.ts';
import { csvResponse, figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { forecastIsBusy } from '#lib/server/figures/forecast/busy.ts';
import { settleFan } from '#lib/server/figures/forecast/find-fan.ts';
import { readProgressOf } from '#lib/server/figures/progress/read-progress.ts';
import type { RequestHandler } from './$types';
import { viewContext } from '#lib/base/selection/figure-context.ts';

/** Public. The table of one figure of the progress page, as it is shown; 503 without its forecast. */
export const GET: RequestHandler = async ({ url, params }) => {
	const file = figureFiles.find(({ name }) => name === params.figure);
	if (!file) error(404);
	const { progress, notices, supportInstitutes, dataVersion } = await readProgressOf(
		getDb(),
		url.searchParams
	);
	const fan = file.hasFan ? await settleFan(getForecasts(), progress, dataVersion) : null;
	if (fan?.state === 'computing') return forecastIsBusy();
	const csv = figureCsv({
		...file.of(progress, fan?.curve ?? null),
		context: viewContext(progress, supportInstitutes),
		url
	});
	const ignored = [...new Set(notices.map(({ parameter }) => parameter))];
	return csvResponse(csv, `ido-${file.name}-${progress.view.asOf.validOn}`, ignored);
};
