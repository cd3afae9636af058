import type { Kysely } from 'kysely';
import { waitingText, whyText } from '#lib/network/standing/why-late.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listReasons, type Reasons } from '#lib/server/network/standing/list-reasons.ts';
import type { Organisations } from '#lib/server/network/standing/read-organisations.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Waiting } from '#lib/figures/map-page/waiting.ts';

/** As many as can be taken in at a glance. */
export const WAITING_SHOWN = 6;

/**
 * The organisations without a realised point that should have been first, with what holds them up, and
 * how many there are; null when the view asks for certain statuses, because it then shows its own list.
 * `known` are the reasons of the whole country, when they were read.
 */
export async function listWaiting(
	db: Kysely<DB>,
	where: Where,
	{ waiting: { first, total } }: Organisations,
	known: Reasons | null = null
): Promise<Waiting | null> {
	if (where.filters.statuses.length > 0) return null;
	if (first.length === 0) return { rows: [], total };
	const paging = { sort: 'firstPlan', direction: 'asc', page: 1 } as const;
	const [{ rows }, reasons] = await Promise.all([
		listLibraries(db, where, paging, first),
		known ?? listReasons(db, where, { places: 'libraries', ids: first })
	]);
	const day = statusDay(where);
	return {
		rows: rows.map((row) => {
			const said = reasons.libraries.get(row.id);
			return {
				...{ id: row.id, slug: row.slug, name: row.name, status: row.status },
				firstPlanOn: row.firstPlanOn,
				text: waitingText(row, said, day),
				why: whyText(row, said?.reason, day)
			};
		}),
		total
	};
}
