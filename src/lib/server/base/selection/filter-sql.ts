import { sql, type RawBuilder } from 'kysely';
import type { Filters } from '#lib/base/selection/filters.ts';
import { matches, municipalitiesNamed } from './find-municipalities.ts';
import { holdsOnBoth, holdsOnDay, statusDay, type Where } from './where.ts';

/**
 * The filters as conditions on one table each. Queries name their tables `municipality`, `library`
 * and `stand` (information_point_state), so that these conditions fit all of them.
 */

const ALL = sql<boolean>`true`;

function all(conditions: readonly (RawBuilder<boolean> | null)[]): RawBuilder<boolean> {
	const given = conditions.filter((condition) => condition !== null);
	return given.length === 0 ? ALL : sql`(${sql.join(given, sql` and `)})`;
}

/** Only these ids, or all of them when null. */
export function among(column: string, ids: readonly number[] | null): RawBuilder<boolean> {
	return ids ? sql`${sql.ref(column)} = any (${[...ids]})` : ALL;
}

export function inProvince(table: string, slug: string | null): RawBuilder<boolean> | null {
	if (!slug) return null;
	return sql`${sql.ref(`${table}.provinceCode`)} = (select code from province where slug = ${slug})`;
}

/** Filters that ask for a kind of library; the others have conditions of their own below. */
type LibraryFilter = Exclude<keyof Filters, 'province' | 'statuses' | 'search'>;

/** What each of them asks of the table `library` (docs/recipes/new-filter.md). */
const LIBRARY_CONDITIONS: {
	readonly [Name in LibraryFilter]: (value: NonNullable<Filters[Name]>) => RawBuilder<boolean>;
} = {
	supportInstitute: (slug) =>
		sql`library.support_institute_id = (select id from support_institute where slug = ${slug})`,
	cohort: (cohort) => sql`library.cohort = ${cohort}`
};
const LIBRARY_FILTERS = Object.keys(LIBRARY_CONDITIONS) as LibraryFilter[];

/** The kind of library that is asked for, of the table `library`; null for every kind. */
export function ofLibraryKind({ filters }: Where): RawBuilder<boolean> | null {
	const given = LIBRARY_FILTERS.flatMap((name) => conditionOf(name, filters) ?? []);
	return given.length === 0 ? null : all(given);
}

function conditionOf<Name extends LibraryFilter>(name: Name, filters: Filters) {
	const value = filters[name];
	return value ? LIBRARY_CONDITIONS[name](value) : null;
}

export function matchingLibraries(search: string): RawBuilder<unknown> {
	return sql`select library.id from library where ${matches('library', search)}`;
}

/**
 * The codes of the municipalities that are found: by what they are called on the day of the facts, and
 * those of other days by what they were called then, because points stood in them.
 */
export function matchingMunicipalities(search: string, where: Where): RawBuilder<unknown> {
	return sql`select found.code from ${municipalitiesNamed(search)} found
		where ${holdsOnDay('found', where)} or not exists (
			select from municipality there where there.code = found.code and ${holdsOnDay('there', where)})`;
}

export function matchingPoints(search: string): RawBuilder<unknown> {
	return sql`select point.id from information_point point where ${matches('point', search)}`;
}

/** Of the table `municipality`: by its names and villages, by a library that serves it, by a point in it. */
export function municipalityFilter(where: Where): RawBuilder<boolean> {
	const { province, search } = where.filters;
	const kind = ofLibraryKind(where);
	const served = (condition: RawBuilder<boolean>) => sql<boolean>`municipality.code in (
		select area.municipality_code from library_municipality area
			join library on library.id = area.library_id and ${libraryIsActive(where)}
		where ${holdsOnDay('area', where)} and ${condition})`;
	const found = search
		? sql<boolean>`(municipality.code in (${matchingMunicipalities(search, where)})
			or ${served(matches('library', search))}
			or municipality.code in (select there.municipality_code from information_point_state there
				where ${holdsOnBoth('there', where)}
				and there.information_point_id = any (array(${matchingPoints(search)}))))`
		: null;
	return all([inProvince('municipality', province), kind && served(kind), found]);
}

/** Of the table `library`: by its names, by a municipality that it serves, by a place of its points. */
export function libraryFilter(where: Where): RawBuilder<boolean> {
	const { province, search } = where.filters;
	const found = search
		? sql<boolean>`(${matches('library', search)}
			or library.id in (select area.library_id from library_municipality area
				where ${holdsOnDay('area', where)} and area.municipality_code in (${matchingMunicipalities(search, where)}))
			or library.id in (select there.library_id from information_point_state there
				where ${holdsOnBoth('there', where)}
				and there.information_point_id = any (array(${matchingPoints(search)}))))`
		: null;
	return all([inProvince('library', province), ofLibraryKind(where), found]);
}

/** Of the table `stand`: by the place, the library or the municipality of the point. */
export function pointFilter(where: Where): RawBuilder<boolean> {
	const { province, search } = where.filters;
	const there = province
		? sql<boolean>`stand.municipality_code in (
			select municipality.code from municipality where ${inProvince('municipality', province)})`
		: null;
	const kind = ofLibraryKind(where);
	const run = kind
		? sql<boolean>`stand.library_id in (select library.id from library where ${kind})`
		: null;
	const found = search
		? sql<boolean>`(stand.information_point_id in (${matchingPoints(search)})
			or stand.library_id in (${matchingLibraries(search)})
			or stand.municipality_code in (${matchingMunicipalities(search, where)}))`
		: null;
	return all([there, run, found]);
}

/** Libraries (table `library`) that exist on the day of the facts. */
export function libraryIsActive(where: Where): RawBuilder<boolean> {
	const day = statusDay(where);
	return sql`(library.active_from <= ${day} and library.active_to > ${day})`;
}

/** A status expression against the statuses asked for; everything when none is asked for. */
export function statusFilter(status: RawBuilder<string>, { filters }: Where): RawBuilder<boolean> {
	if (filters.statuses.length === 0) return ALL;
	return sql`${status} in (${sql.join([...filters.statuses])})`;
}
