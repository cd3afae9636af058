import type { Kysely } from 'kysely';
import type { MunicipalityStanding, Selection } from '#lib/network/standing/types.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listMunicipalityStandings, selectByStatus } from './list-municipality-standings.ts';
import { readLocations, type Locations } from './read-headline.ts';
import { readOrganisations, type Organisations } from './read-organisations.ts';
import type { Where } from '#lib/server/base/selection/where.ts';

/** How many places have one of the statuses asked for; null when none is asked for. */
export async function readSelection(db: Kysely<DB>, where: Where): Promise<Selection | null> {
	if (where.filters.statuses.length === 0) return null;
	const [standings, organisations, locations] = await Promise.all([
		listMunicipalityStandings(db, where, { libraries: false, milestones: false }),
		readOrganisations(db, where),
		readLocations(db, where)
	]);
	return selectionOf(where, selectByStatus(standings, where), organisations, locations);
}

/** The same of what was read already. */
export function selectionOf(
	{ filters: { statuses } }: Where,
	municipalities: readonly MunicipalityStanding[],
	organisations: Organisations,
	locations: Locations
): Selection | null {
	if (statuses.length === 0) return null;
	return {
		statuses,
		municipalities: municipalities.length,
		organisations: organisations.selected,
		points: locations.onMap
	};
}
