import type { Kysely } from 'kysely';
import { institutesOf } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { listSupportInstitutes } from '#lib/server/access/account/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { WorkListParams } from '#lib/work/update/work-list.ts';
import { narrowTo } from '#lib/work/week/narrow.ts';
import { readChoices } from './list-scope.ts';

/**
 * What this user may narrow a list of work to, and what of it the address asks for. A programme
 * manager sees all and may choose a POI; an adviser has that of her own.
 */
export async function readScope(db: Kysely<DB>, user: User, asked: WorkListParams, today: Day) {
	const seesAll = user.role === 'programme_manager';
	const own = institutesOf(user);
	const institutes = seesAll ? await listSupportInstitutes(db) : [];
	const scope = await readChoices(db, own, asked.library, today);
	return {
		...narrowTo(asked, { scope, institutes, own }),
		...{ seesAll, scope },
		institutes: institutes.map(({ slug, name }) => ({ slug, name }))
	};
}
