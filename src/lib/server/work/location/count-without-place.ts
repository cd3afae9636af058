import { sql, type Kysely } from 'kysely';
import { institutesOf } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { inScope } from '#lib/server/work/update/in-scope.ts';

/**
 * How many locations that this user works on stand on the map without an address or coordinates of their
 * own, in one province when that is given; 0 for whoever works on none. For the page of the map, which
 * asks for no more than it says: the worklist counts the same with what else is known.
 */
export async function countWithoutPlace(
	db: Kysely<DB>,
	user: User | undefined,
	province: string | null,
	today: Day
): Promise<number> {
	if (user?.role !== 'advisor' && user?.role !== 'programme_manager') return 0;
	const own = institutesOf(user);
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count
		from information_point_state state
		join information_point point on point.id = state.information_point_id
		join library on library.id = state.library_id
		where ${inScope({ supportInstituteId: own, province }, today)}
			and state.valid_from <= ${today} and ${today} < state.valid_to
			and state.known_from <= ${today} and ${today} < state.known_to
			and state.operation is distinct from 'permanently_closed'
			and state.opening is distinct from 'not_applicable'
			and (point.address is null or point.location_precision not in ('address', 'street'))`.execute(db);
	return rows[0]!.count;
}
