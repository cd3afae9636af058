import { sql, type RawBuilder } from 'kysely';
import { inProvince, matchingPoints, ofLibraryKind } from './filter-sql.ts';
import { matches, municipalitiesNamed } from './find-municipalities.ts';
import { isKnown, type Where } from './where.ts';

/**
 * The days on which a row of the table `municipality` exists and passes the filters, as a
 * `datemultirange`: `municipalityFilter` for every day at once, because work areas are dated.
 */
export function municipalityDays(where: Where): RawBuilder<unknown> {
	const { province, search } = where.filters;
	const kind = ofLibraryKind(where);
	const exists = sql`datemultirange(daterange(municipality.valid_from, municipality.valid_to))`;
	const parts = [
		exists,
		...(kind ? [servedDays(kind)] : []),
		...(search
			? [
					sql`(${namedDays(search)}
						+ ${servedDays(matches('library', search))} + ${daysWithPoint(search, where)})`
				]
			: [])
	];
	const days = sql.join(parts, sql` * `);
	const there = inProvince('municipality', province);
	return there ? sql`(case when ${there} then ${days} else '{}' end)` : sql`(${days})`;
}

/** The days on which the municipality is found by a name; asked once for all of them. */
function namedDays(search: string): RawBuilder<unknown> {
	return sql`coalesce(((
		select jsonb_object_agg(named.code, named.days) from (
			select found.code, range_agg(daterange(found.valid_from, found.valid_to)) as days
			from ${municipalitiesNamed(search)} found group by found.code) named
		) ->> municipality.code)::datemultirange, '{}')`;
}

/** The days on which a library of this kind serves the municipality. */
function servedDays(kind: RawBuilder<boolean>): RawBuilder<unknown> {
	return sql`coalesce((
		select range_agg(daterange(area.valid_from, area.valid_to) * daterange(library.active_from, library.active_to))
		from library_municipality area join library on library.id = area.library_id
		where area.municipality_code = municipality.code and ${kind}), '{}')`;
}

/** The days on which a point of this name stands in the municipality. */
function daysWithPoint(search: string, where: Where): RawBuilder<unknown> {
	return sql`coalesce((
		select range_agg(daterange(there.valid_from, there.valid_to)) from information_point_state there
		where there.municipality_code = municipality.code and ${isKnown('there', where)}
			and there.information_point_id = any (array(${matchingPoints(search)}))), '{}')`;
}
