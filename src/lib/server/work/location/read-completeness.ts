import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { WorkScope } from '#lib/server/work/update/in-scope.ts';
import {
	countCompleteness,
	listCompleteness,
	listLocatedPoints,
	type Grouping
} from './list-completeness.ts';

const PAGE_SIZE = 50;

/** How much is known of the locations of a scope: together, in parts, and location by location. */
export async function readCompleteness(
	db: Kysely<DB>,
	scope: WorkScope,
	{ withoutPlace, page }: { withoutPlace: boolean; page: number },
	today: Day
) {
	const total = await countCompleteness(db, scope, today);
	const listed = withoutPlace ? total.withoutPlace : total.points;
	const groups = await Promise.all(
		groupingsOf(scope).map(async (grouping) => ({
			grouping,
			rows: await listCompleteness(db, scope, grouping, today)
		}))
	);
	return {
		total,
		// One part would only say the whole again.
		groups: groups.filter(({ rows }) => rows.length > 1),
		points: await listLocatedPoints(db, scope, { withoutPlace, page, size: PAGE_SIZE }, today),
		listed,
		pageCount: Math.max(1, Math.ceil(listed / PAGE_SIZE))
	};
}

/** Of the whole country a table per library would be long, and per POI it says enough. */
function groupingsOf({ supportInstituteId, province, library }: WorkScope): Grouping[] {
	if (library) return [];
	if (supportInstituteId === null && !province) return ['institute', 'province'];
	return province ? ['library'] : ['province', 'library'];
}
