import { listCsv } from '#lib/server/view/list-csv.ts';
import { readListPage } from '#lib/server/view/read-list.ts';
import { fileResponse, readMapFile } from '#lib/server/view/read-map-file.ts';
import type { RequestHandler } from './$types';

/** More rows than any list has. */
const ALL_ROWS = 1_000_000;

/** Public. The list of a view as a table, all pages of it. */
export const GET: RequestHandler = async ({ url }) => {
	const file = await readMapFile(url);
	const { db, where, view, stands } = file;
	const list = await readListPage(db, where, { ...view, page: 1 }, stands.municipalities, ALL_ROWS);
	return fileResponse(file, listCsv(list, file), 'csv', 'text/csv; charset=utf-8');
};
