import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { listBook } from '#lib/server/figures/map-page/list-book.ts';
import { readMapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import { publicBookResponse } from '#lib/server/platform/spreadsheet/book-response.ts';
import type { RequestHandler } from './$types';

/** Public. The list of a view as a workbook, all pages of it; 413 when it is too long for one. */
export const GET: RequestHandler = async ({ url }) => {
	const file = await readMapFile(url);
	const name = `ido-${file.view.asOf.validOn}`;
	const book = await listBook(file, url, name);
	if (!book) error(413, m.view_download_too_long());
	return publicBookResponse(book, name, file.ignored);
};
