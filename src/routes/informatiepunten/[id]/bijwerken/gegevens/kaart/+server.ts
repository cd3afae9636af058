import { error, json } from '@sveltejs/kit';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readPickMap } from '#lib/server/work/location/pick-map.ts';
import { pointOfAddress } from '#lib/server/work/update/find-subject.ts';
import type { RequestHandler } from './$types';

/** The map on which an adviser puts a location, when she opens it; `plaats` is the town in her form. */
export const GET: RequestHandler = async (event) => {
	const today = await readToday(getDb());
	const point = await pointOfAddress(event, today);
	requireWriteAccess(event.locals, point.library);
	const town = (event.url.searchParams.get('plaats') ?? '').slice(0, 200);
	const map = await readPickMap(getDb(), point.id, town, today);
	if (!map) error(404, 'There are no boundaries');
	return json(map, { headers: { 'cache-control': 'private, no-store' } });
};
