import { sql, type Kysely } from 'kysely';
import { institutesIn, type InstituteScope } from '#lib/access/account/permission.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { MOST_CHOICES, type ScopeChoices, type ScopeLibrary } from '#lib/work/week/scope.ts';

/** The libraries that exist today of a POI, or all (null), with their provinces. */
function inScope(db: Kysely<DB>, supportInstituteId: InstituteScope, today: Day) {
	const institutes = institutesIn(supportInstituteId);
	return db
		.selectFrom('library')
		.innerJoin('province', 'province.code', 'library.provinceCode')
		.where('activeFrom', '<=', today)
		.where('activeTo', '>', today)
		.$if(institutes !== null, (query) => query.where('supportInstituteId', 'in', institutes));
}

const COLUMNS = [
	'library.id',
	'library.slug',
	'library.name',
	'province.slug as provinceSlug',
	'province.name as provinceName'
] as const;

/** The libraries that a list of work can be narrowed to, by name: those of a POI, or all (null). */
export async function listScope(
	db: Kysely<DB>,
	supportInstituteId: InstituteScope,
	today: Day
): Promise<ScopeLibrary[]> {
	const query = inScope(db, supportInstituteId, today).select(COLUMNS);
	return await query.orderBy('library.name').execute();
}

/**
 * What a list of work can be narrowed to. Of more libraries than anybody looks through in a list only the
 * one that is asked for: by its slug, or by (the beginning of) its name.
 */
export async function readChoices(
	db: Kysely<DB>,
	supportInstituteId: InstituteScope,
	asked: string | null,
	today: Day
): Promise<ScopeChoices> {
	const all = inScope(db, supportInstituteId, today);
	const first = all
		.select(COLUMNS)
		.orderBy('library.name')
		.limit(MOST_CHOICES + 1);
	const libraries = await first.execute();
	if (libraries.length <= MOST_CHOICES)
		return { libraries, provinces: provincesOf(libraries), tooMany: false };
	const provinces = await all
		.select(['province.slug as provinceSlug', 'province.name as provinceName'])
		.distinct()
		.execute();
	const found =
		asked === null
			? []
			: await all
					.select(COLUMNS)
					.where(
						sql<boolean>`(library.slug = ${asked} or starts_with(lower(library.name), lower(${asked})))`
					)
					.orderBy(sql`library.slug = ${asked}`, 'desc')
					.orderBy('library.name')
					.orderBy('library.id')
					.limit(1)
					.execute();
	return { libraries: found, provinces: provincesOf(provinces), tooMany: true };
}

/** Each once, by name. */
function provincesOf(
	rows: readonly Pick<ScopeLibrary, 'provinceSlug' | 'provinceName'>[]
): ScopeChoices['provinces'] {
	return [...new Map(rows.map(({ provinceSlug, provinceName }) => [provinceSlug, provinceName]))]
		.map(([slug, name]) => ({ slug, name }))
		.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}
