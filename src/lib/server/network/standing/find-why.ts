import type { Kysely } from 'kysely';
import { whyLine, type Awaited } from '#lib/network/standing/why-late.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listReasons, type LatePlaces } from './list-reasons.ts';

/** Why one place is late or on hold, as the lists say below its status; null when it is neither. */
export async function findWhy(
	db: Kysely<DB>,
	where: Where,
	places: LatePlaces,
	key: number | string,
	place: Awaited
): Promise<string | null> {
	const reasons = await listReasons(db, where, { places, ids: [key] });
	return whyLine(place, reasons[places].get(key), statusDay(where));
}
