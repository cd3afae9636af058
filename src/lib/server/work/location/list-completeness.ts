import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { WANTED } from '#lib/network/trait/completeness.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { inScope, type WorkScope } from '#lib/server/work/update/in-scope.ts';

/** What is wanted and stands on the point itself; the rest is read from its rows. */
const ON_POINT = sql`array_remove(array[
	case when point.address is not null then 'address' end,
	case when point.postcode is not null then 'postcode' end,
	case when point.location_precision in ('address', 'street') then 'place' end,
	case when point.service_variant is not null then 'service_variant' end], null)`;
const IN_ROWS = WANTED.filter(
	(trait) => !['address', 'postcode', 'place', 'service_variant'].includes(trait)
);

/** Without its address, or without coordinates that somebody filled in. */
const HAS_NO_PLACE = sql<boolean>`(not 'address' = any (known) or not 'place' = any (known))`;

/** The locations of the scope that exist today and are not closed for good, with what is known of each. */
const located = (scope: WorkScope, today: Day) => sql`
	located as (
		select point.id, point.name, point.town, library.id as library_id, library.slug as library_slug,
			library.name as library, library.province_code, library.support_institute_id,
			${ON_POINT} || coalesce(said.traits, '{}') as known
		from information_point_state state
		join information_point point on point.id = state.information_point_id
		join library on library.id = state.library_id
		left join lateral (
			select array_agg(trait) as traits from (
				select distinct on (trait) trait, value from point_trait said
				where said.information_point_id = point.id and said.trait = any (${[...IN_ROWS]})
					and said.undoes_id is null and said.valid_from <= ${today}
					and not exists (select from point_trait undo where undo.undoes_id = said.id)
				order by trait, valid_from desc, id desc
			) last where value is not null
		) said on true
		where ${inScope(scope, today)}
			and state.valid_from <= ${today} and ${today} < state.valid_to
			and state.known_from <= ${today} and ${today} < state.known_to
			and state.operation is distinct from 'permanently_closed'
			and state.opening is distinct from 'not_applicable'
	)`;

/** A location with what is known of it. */
export interface LocatedPoint {
	id: number;
	name: string;
	town: string;
	library: string;
	librarySlug: string;
	known: string[];
}

/** How many locations, how much is known of them, and how many have no place. */
export interface CompletenessGroup {
	name: string;
	points: number;
	known: number;
	withoutPlace: number;
}

const COUNTS = sql`count(*)::int as points, coalesce(sum(cardinality(known)), 0)::int as known,
	(count(*) filter (where ${HAS_NO_PLACE}))::int as without_place`;

export type Grouping = 'library' | 'province' | 'institute';

const GROUP_NAMES: Record<Grouping, RawBuilder<string>> = {
	library: sql`located.library`,
	province: sql`(select name from province where code = located.province_code)`,
	institute: sql`(select name from support_institute where id = located.support_institute_id)`
};
const GROUP_KEYS: Record<Grouping, RawBuilder<unknown>> = {
	library: sql`located.library_id, located.library`,
	province: sql`located.province_code`,
	institute: sql`located.support_institute_id`
};

/** How much is known of the locations of the scope, together. */
export async function countCompleteness(
	db: Kysely<DB>,
	scope: WorkScope,
	today: Day
): Promise<Omit<CompletenessGroup, 'name'>> {
	const { rows } = await sql<Omit<CompletenessGroup, 'name'>>`
		with ${located(scope, today)} select ${COUNTS} from located`.execute(db);
	return rows[0]!;
}

/** The same per library, province or POI; what is known least first. */
export async function listCompleteness(
	db: Kysely<DB>,
	scope: WorkScope,
	grouping: Grouping,
	today: Day
): Promise<CompletenessGroup[]> {
	const { rows } = await sql<CompletenessGroup>`
		with ${located(scope, today)}
		select ${GROUP_NAMES[grouping]} as name, ${COUNTS} from located
		group by ${GROUP_KEYS[grouping]}
		order by sum(cardinality(known))::real / count(*), name`.execute(db);
	return rows;
}

/** A page of the locations of the scope, what is known least first; only those without a place when asked. */
export async function listLocatedPoints(
	db: Kysely<DB>,
	scope: WorkScope,
	{ withoutPlace, page, size }: { withoutPlace: boolean; page: number; size: number },
	today: Day
): Promise<LocatedPoint[]> {
	const { rows } = await sql<LocatedPoint>`
		with ${located(scope, today)}
		select id, name, town, library, library_slug, known from located
		where not ${sql.lit(withoutPlace)} or ${HAS_NO_PLACE}
		order by cardinality(known), library, name, id
		limit ${size} offset ${(page - 1) * size}`.execute(db);
	return rows;
}
