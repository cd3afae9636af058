import { sql, type Kysely } from 'kysely';
import type { LibraryLook } from '#lib/figures/freshness/types.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { withLooks } from '#lib/server/ledger/last-look/list-last-looks.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The libraries of (D, K), the one that was left alone longest first. */
export async function listLibraryLooks(db: Kysely<DB>, where: Where): Promise<LibraryLook[]> {
	const { rows } = await sql<LibraryLook>`
		${withLooks(where)}
		select listed.slug, listed.name, institute.name as institute, province.name as province,
			looked.last_on
		from listed join looked on looked.library_id = listed.id
			join support_institute institute on institute.id = listed.support_institute_id
			join province on province.code = listed.province_code
		order by last_on nulls first, listed.name, listed.slug`.execute(db);
	return rows;
}
