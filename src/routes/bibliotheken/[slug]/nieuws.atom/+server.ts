import { error } from '@sveltejs/kit';
import { findLibrary } from '#lib/server/network/library/queries.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { serveLibraryNews } from '#lib/server/publish/feed/serve-news.ts';
import type { RequestHandler } from './$types';

/** Public. Openings and changes of one library as a feed. */
export const GET: RequestHandler = async (event) => {
	const library = await findLibrary(getDb(), event.params.slug);
	if (!library) error(404);
	return serveLibraryNews(event, library);
};
