import { sql, type Kysely } from 'kysely';
import type { NearName } from '#lib/network/standing/search-hints.ts';
import { nearestNames } from '#lib/network/standing/nearest-names.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { textOf } from '#lib/server/base/selection/find-municipalities.ts';
import { holdsOnDay, type Where } from '#lib/server/base/selection/where.ts';

/** Words that hundreds of names have, or that people write before a name: they say nothing of which is meant. */
const GENERAL = [
	...['bibliotheek', 'bibliotheken', 'bieb', 'ido', 'poi', 'informatiepunt', 'informatiepunten'],
	...['gemeente', 'gemeenten', 'provincie', 'locatie', 'plaats'],
	...['library', 'libraries', 'municipality', 'province', 'location']
];
/** One of them within a name, as PostgreSQL matches it. */
const GENERAL_WORDS = `\\m(${GENERAL.join('|')})\\M`;
/** From here a word of a search is a general word with a typing error: "biblioteek" is 0.64. */
const GENERAL_ALIKE = 0.6;

interface KnownName extends NearName {
	asked: string;
	written: string;
	likeness: number;
	ours: boolean;
}

/**
 * The names that are written most like the search; the search itself when it is a name. Of both only
 * what tells names apart is compared: "bibliotheek kampn" is Kampen, not another library. Where a search
 * has general words only, the whole is compared.
 */
export async function listNearestNames(
	db: Kysely<DB>,
	where: Where,
	search: string
): Promise<NearName[]> {
	const query = sql<KnownName>`
		with asked as (
			select coalesce(string_agg(word, ' ' order by at), '') as rest
			from regexp_split_to_table(${textOf(search)}, '\\s+') with ordinality said (word, at)
			where not exists (
				select from unnest(${GENERAL}::text[]) general where similarity(word, general) >= ${GENERAL_ALIKE})
		), known as (
			select name, searchable, null::text as support_institute, true as ours from municipality
				where ${holdsOnDay('municipality', where)}
			union all select name, searchable, null, false from place
			union all select name, searchable, null, true from municipality_name
			union all select short_name, search_text(short_name), null, true from library
			union all select called, search_text(called), null, true from province,
				unnest(array[province.name] || province.alternative_names) called
			union all select name, search_text(name), slug, true from support_institute
		), compared as (
			select distinct on (known.searchable) known.name, known.support_institute, known.ours,
				case when asked.rest = '' then ${textOf(search)} else asked.rest end as asked,
				case when asked.rest = '' then known.searchable
					else btrim(regexp_replace(known.searchable, ${GENERAL_WORDS}, '', 'g')) end as written
			from known, asked order by known.searchable, known.ours desc, known.name
		)
		select name, support_institute, asked, written, ours, similarity(written, asked) as likeness
		from compared`;
	const { rows } = await query.execute(db);
	return nearestNames(rows[0]?.asked ?? '', rows).map(({ name, supportInstitute }) => ({
		name,
		supportInstitute
	}));
}
