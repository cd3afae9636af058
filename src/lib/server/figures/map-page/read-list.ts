import type { Kysely } from 'kysely';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { withMilestoneShares } from '#lib/server/network/standing/list-milestone-shares.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { ListRows } from '#lib/figures/map-page/list-rows.ts';
import { municipalityPage } from '#lib/figures/map-page/municipality-page.ts';
import type { View } from '#lib/base/selection/view.ts';
import { needsAllMilestones } from './read-map.ts';

/** The page of the list that a view shows; the municipalities were read for the map already. */
export async function readListPage(
	db: Kysely<DB>,
	where: Where,
	view: View,
	municipalities: readonly MunicipalityStanding[],
	pageSize?: number
): Promise<ListRows> {
	const paging = { ...view, ...(pageSize === undefined ? {} : { pageSize }) };
	switch (view.list) {
		case 'libraries':
			return { list: view.list, page: await listLibraries(db, where, paging) };
		case 'informationPoints':
			return { list: view.list, page: await listInformationPoints(db, where, paging) };
		case 'municipalities': {
			const page = municipalityPage(municipalities, view, pageSize);
			if (needsAllMilestones(view)) return { list: view.list, page };
			const rows = await withMilestoneShares(db, where, page.rows);
			return { list: view.list, page: { ...page, rows } };
		}
	}
}
