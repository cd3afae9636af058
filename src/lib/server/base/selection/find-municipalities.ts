import { sql, type RawBuilder } from 'kysely';

/**
 * What a search means: one rule for lists, headlines, curves and files. A name of a library, location or
 * municipality is found by any part of it; a town, village or other name of a municipality by how its
 * words begin; the foreign names of a town and the name of a province only whole. Whoever writes the name
 * of a province means that province, and not a library that has the word in its name (West-Friesland);
 * where a municipality has the same name (Utrecht, Groningen) the municipality is meant.
 */

/** The text as PostgreSQL compares it; `search_text` takes away case, accents and hyphens. */
export const textOf = (search: string) => sql<string>`search_text(${search.normalize('NFKC')})`;

/** The names of a row of `province`, as they are written and with the word before them. */
const PROVINCE_NAMES = sql`(
	select search_text(called) from unnest(array[province.name] || province.alternative_names) called
	union all
	select search_text('provincie ' || called) from unnest(array[province.name] || province.alternative_names) called)`;

/** Whether a row of `province` is called so. */
export const isProvinceCalled = (search: string) =>
	sql<boolean>`${textOf(search)} in ${PROVINCE_NAMES}`;

/** Whether a row of `support_institute`, here `institute`, is called so. */
export const isSupportInstituteCalled = (search: string) =>
	sql<boolean>`${textOf(search)} in (search_text(institute.name), search_text('poi ' || institute.name))`;

/** The code of the province that the words are the name of: no row when a municipality has that name too. */
const provinceNamed = (search: string) => sql<string>`(
	select province.code from province where ${isProvinceCalled(search)}
		and not exists (select from municipality called where called.searchable = ${textOf(search)}))`;

/** Whether the words are the name of a province, and of no municipality: all of it is meant. */
export const isProvinceMeant = (search: string) => sql<boolean>`exists ${provinceNamed(search)}`;

/** The words to look for in names; null, so that nothing matches, when they are those of a province. */
const wordsOf = (search: string) =>
	sql<
		string | null
	>`(select case when not exists ${provinceNamed(search)} then ${textOf(search)} end)`;

/** Whether the column `searchable` of a table holds the words searched for, however they are written. */
export function matches(table: string, search: string): RawBuilder<boolean> {
	return sql`strpos(${sql.ref(`${table}.searchable`)}, ${wordsOf(search)}) > 0`;
}

/** Whether a word of the name begins with the words searched for. */
export function begins(table: string, search: string): RawBuilder<boolean> {
	return sql`strpos(' ' || ${sql.ref(`${table}.searchable`)}, ' ' || ${wordsOf(search)}) > 0`;
}

/** Whether a row of `place` is meant. */
export function isPlaceMeant(search: string): RawBuilder<boolean> {
	return sql`(${begins('place', search)} or ${wordsOf(search)} = any (place.searchable_others))`;
}

/** What municipalities are found by, each with its days: `code`, `valid_from`, `valid_to`. */
export function municipalitiesNamed(search: string): RawBuilder<unknown> {
	return sql`(
		select called.code, called.valid_from, called.valid_to from municipality called
			where ${matches('called', search)}
		union all
		select called.code, called.valid_from, called.valid_to from municipality called
			where called.province_code = ${provinceNamed(search)}
		union all
		select known.municipality_code, '-infinity', 'infinity' from municipality_name known
			where ${begins('known', search)}
		union all
		select lies.municipality_code, lies.valid_from, lies.valid_to
			from place join place_municipality lies on lies.place_id = place.id where ${isPlaceMeant(search)}
		union all
		select after.to_code, after.effective_on, 'infinity'
			from municipality_succession after join municipality former on former.code = after.from_code
			where ${begins('former', search)})`;
}
