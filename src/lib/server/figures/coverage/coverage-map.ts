import { error } from '@sveltejs/kit';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { drawCoverage } from './draw-coverage.ts';
import { coveragePage } from './page.ts';

/** The map of the coverage page that an address asks for; 404 where no boundaries are loaded. */
export async function readCoverageMap(url: URL) {
	const db = getDb();
	const read = await coveragePage.read(db, url.searchParams);
	const svg = await drawCoverage(db, read);
	if (svg === null) error(404);
	const ignored = [...new Set(read.notices.map(({ parameter }) => parameter))];
	return { svg, view: read.coverage.view, ignored };
}
