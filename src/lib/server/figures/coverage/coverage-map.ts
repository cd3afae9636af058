import { error } from '@sveltejs/kit';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { drawCoverage } from './draw-coverage.ts';
import { readCoverageOf } from './read-coverage.ts';

/** The map of the coverage page that an address asks for; 404 where no boundaries are loaded. */
export async function readCoverageMap(url: URL) {
	const db = getDb();
	const read = await readCoverageOf(db, url.searchParams);
	const svg = await drawCoverage(db, read);
	if (svg === null) error(404);
	const unused = [
		...read.notices.map(({ parameter }) => parameter),
		...read.ignored.map(() => 'open')
	];
	return { svg, view: read.coverage.view, ignored: [...new Set(unused)] };
}
