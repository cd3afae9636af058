import { error } from '@sveltejs/kit';
import { coverageFiles } from '#lib/figures/coverage/coverage-files.ts';
import { fileContext } from '#lib/figures/coverage/coverage-texts.ts';
import { csvResponse, figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { readCoverageOf } from '#lib/server/figures/coverage/read-coverage.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { RequestHandler } from './$types';

/** Public. The table of one figure of the coverage page, as it is shown; a what-if says that it is one. */
export const GET: RequestHandler = async ({ url, params }) => {
	const file = coverageFiles.find(({ name }) => name === params.file);
	if (!file) error(404);
	const { coverage, notices, ignored, supportInstitutes } = await readCoverageOf(
		getDb(),
		url.searchParams
	);
	const csv = figureCsv({
		...file.of(coverage),
		context: fileContext(coverage, supportInstitutes),
		url
	});
	const unused = [...notices.map(({ parameter }) => parameter), ...ignored.map(() => 'open')];
	const kind = coverage.whatIf ? 'wat-als-' : '';
	const name = `ido-dekking-${kind}${file.name}-${coverage.view.asOf.validOn}`;
	return csvResponse(csv, name, [...new Set(unused)]);
};
