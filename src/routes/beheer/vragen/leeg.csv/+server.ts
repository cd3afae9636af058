import { error } from '@sveltejs/kit';
import { parseQuarter } from '#lib/base/as-of/quarter.ts';
import { csvResponse } from '#lib/server/base/charts/figure-csv.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { requireQuestionImporter } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listOpenLocations } from '#lib/server/figures/question/queries.ts';
import { csvFile, csvFormat } from '#lib/server/base/csv/csv-file.ts';
import type { RequestHandler } from './$types';

/** The programme manager's empty file: a line for each location that was open in the quarter. */
export const GET: RequestHandler = async ({ locals, url }) => {
	requireQuestionImporter(locals);
	const quarter = parseQuarter(url.searchParams.get('kwartaal') ?? '');
	if (!quarter) error(404);
	const locations = await listOpenLocations(getDb(), quarter);
	const code = quarter.code.toUpperCase();
	const csv = csvFile(
		['kwartaal', 'locatie_id', 'locatie', 'bibliotheek', 'vragen'],
		locations.map(({ id, name, library }) => [code, id, name, library, null]),
		{},
		{ format: csvFormat(url.searchParams, getLocale()) }
	);
	return csvResponse(csv, `ido-vragen-${quarter.code}-leeg`);
};
