import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { placeOf } from '#lib/base/site/site.ts';
import { m } from '#lib/paraglide/messages.js';
import { siteGroups } from '#lib/server/base/site/site-map.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What a report can be about, and whose adviser knows of it. */
export interface Reported {
	/** The address of the page, without its language. */
	path: string;
	name: string;
	/** The library that is asked; null: nobody but KB knows. */
	libraryId: number | null;
	informationPointId: number | null;
	/** The POI that advises the library; null when it has no adviser who can answer. */
	supportInstituteId: number | null;
}

interface Row {
	name: string;
	libraryId: number | null;
	informationPointId: number | null;
	supportInstituteId: number | null;
}

/**
 * What the page of an address is about: a record, or a page of the site map; null for any other address.
 * Of a municipality the library that serves most of it is asked.
 */
export async function findReported(
	db: Kysely<DB>,
	path: string,
	today: Day
): Promise<Reported | null> {
	const [, kind = '', key = ''] =
		/^\/(bibliotheken|informatiepunten|gemeenten|provincies)\/([\w-]{1,100})$/.exec(path) ?? [];
	if (key !== '') {
		const query = QUERIES[kind]?.(key, today);
		const [row] = query ? (await query.execute(db)).rows : [];
		return row ? { path, ...row } : null;
	}
	const place = placeOf(siteGroups(), path);
	if (!place?.exact || !place.page) return null;
	const nobody = { libraryId: null, informationPointId: null, supportInstituteId: null };
	return { path, name: m.error_report_about_page({ title: place.page.label }), ...nobody };
}

/** The POI of a library, when somebody there can answer. */
const institute = sql`case when exists (select from adviser_institute works
	where works.support_institute_id = library.support_institute_id)
	then library.support_institute_id end as support_institute_id`;

const QUERIES: Record<string, (key: string, today: Day) => RawBuilder<Row>> = {
	bibliotheken: (slug, today) => sql<Row>`
		select library.name, library.id as library_id, null::int as information_point_id, ${institute}
		from library where library.slug = ${slug} and library.active_from <= ${today}`,
	informatiepunten: (id, today) => sql<Row>`
		select point.name, library.id as library_id, point.id as information_point_id, ${institute}
		from information_point point
			join information_point_period period on period.information_point_id = point.id
			join library on library.id = period.library_id
		where point.id::text = ${id} and period.valid_from <= ${today}
		order by period.valid_from desc limit 1`,
	gemeenten: (code, today) => sql<Row>`
		select municipality.name, library.id as library_id, null::int as information_point_id, ${institute}
		from municipality
			left join library_municipality area on area.municipality_code = municipality.code
				and area.valid_from <= ${today} and area.valid_to > ${today}
			left join library on library.id = area.library_id
		where municipality.code = ${code}
		order by area.share desc nulls last, library.id limit 1`,
	provincies: (slug) => sql<Row>`
		select province.name, null::int as library_id, null::int as information_point_id,
			null::int as support_institute_id
		from province where province.slug = ${slug}`
};
