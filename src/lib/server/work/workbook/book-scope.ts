import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listScope } from '#lib/server/work/week/list-scope.ts';
import { readScope } from '#lib/server/work/week/read-scope.ts';
import { parseWorkListParams } from '#lib/work/update/work-list.ts';
import type { BookScope } from './make-book.ts';

const CODES: readonly string[] = [...milestonesOf('library'), ...milestonesOf('information_point')];

/** The libraries that an address asks for, of those that this user works for. */
export async function readBookScope(
	db: Kysely<DB>,
	user: User,
	search: URLSearchParams,
	today: Day
): Promise<BookScope> {
	const { params, supportInstituteId } = await readScope(
		db,
		user,
		parseWorkListParams(search),
		today
	);
	// Of who works for a POI its own; a programme manager who chose one gets a file of that.
	const chosen = await listScope(db, supportInstituteId, today);
	const { milestone } = params;
	return {
		libraries: chosen.filter(
			({ slug, provinceSlug }) =>
				(params.library === null || slug === params.library) &&
				(params.province === null || provinceSlug === params.province)
		),
		milestone: milestone !== null && CODES.includes(milestone) ? milestone : null
	};
}
