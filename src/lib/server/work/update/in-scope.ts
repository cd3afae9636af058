import { sql, type RawBuilder } from 'kysely';
import { institutesIn, type InstituteScope } from '#lib/access/account/permission.ts';
import type { Day } from '#lib/base/day/day.ts';

/** The libraries that somebody works on: of a POI, in a province, or one; null for all. */
export interface WorkScope {
	supportInstituteId: InstituteScope;
	/** The slugs of one province and of one library. */
	province?: string | null;
	library?: string | null;
}

/** The condition on table `library` that it exists today and is in this scope. */
export function inScope(
	{ supportInstituteId, province = null, library = null }: WorkScope,
	today: Day
): RawBuilder<boolean> {
	const institutes = institutesIn(supportInstituteId);
	return sql`(library.active_from <= ${today} and ${today} < library.active_to
		and (${institutes}::int[] is null or library.support_institute_id = any (${institutes}))
		and (${library}::text is null or library.slug = ${library})
		and (${province}::text is null
			or library.province_code = (select code from province where slug = ${province})))`;
}
