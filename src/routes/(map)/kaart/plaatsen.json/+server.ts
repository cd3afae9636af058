import { error, json } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listPlaceNames } from '#lib/server/base/map/list-place-names.ts';
import type { RequestHandler } from './$types';

/** They change with the boundaries, which have another number then, or with a new version. */
const KEPT = 'public, max-age=3600';

/** Public. The names of towns on a map with the boundaries `grenzen`. */
export const GET: RequestHandler = async ({ url, setHeaders }) => {
	const boundarySet = readId(url.searchParams.get('grenzen'));
	const names = boundarySet === null ? null : await listPlaceNames(getDb(), boundarySet);
	if (!names) error(404, 'Boundaries not found');
	setHeaders({ 'cache-control': KEPT });
	return json(names);
};
