import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type {
	Known,
	KnownLibrary,
	KnownMunicipality,
	KnownPlace,
	KnownPoint
} from '#lib/work/load/known.ts';

/** Everything that a first file can be about, as it is now. */
export async function readKnown(db: Kysely<DB>): Promise<Known> {
	const libraries = await listLibraries(db);
	const municipalities = await listMunicipalities(db);
	const points = await listPoints(db);
	const areas = await db
		.selectFrom('libraryMunicipality')
		.select(['libraryId', 'municipalityCode'])
		.execute();
	const places = await sql<KnownPlace>`
		select place.name, lies.municipality_code, place.lat, place.lon, place.inhabitants
		from place join place_municipality lies on lies.place_id = place.id
		where place.kind = 'place' and lies.valid_to = 'infinity'`.execute(db);
	return {
		...{ libraries, municipalities, points, places: places.rows },
		areas: new Set(areas.map((one) => `${one.libraryId} ${one.municipalityCode}`))
	};
}

/** What holds now, as known now. */
const HOLDS = sql`state.valid_to = 'infinity' and state.known_to = 'infinity'`;

async function listLibraries(db: Kysely<DB>): Promise<KnownLibrary[]> {
	const { rows } = await sql<KnownLibrary>`
		select library.id, library.name, library.short_name, library.active_from as starts_on,
			library.active_to as ends_on, library.template_id, library.cohort, state.on_day as applied_on,
			(select to_library_id from library_succession where from_library_id = library.id limit 1)
				as successor_id
		from library left join milestone_state state on state.library_id = library.id
			and state.milestone_code = 'aanvraag' and state.lane = 'status' and state.kind = 'achieved'
			and ${HOLDS}
		order by library.id`.execute(db);
	return rows;
}

async function listMunicipalities(db: Kysely<DB>): Promise<KnownMunicipality[]> {
	const { rows } = await sql<KnownMunicipality>`
		select code, name, lat, lon, valid_from, valid_to,
			array(select other.name from municipality_name other where other.municipality_code = code)
				as other_names,
			(select to_code from municipality_succession where from_code = code
				order by inhabitant_share desc limit 1) as successor_code
		from municipality order by valid_from, code`.execute(db);
	return rows;
}

interface PointRow extends Omit<KnownPoint, 'opening'> {
	openingId: number | null;
	openedOn: string | null;
	openingPrecision: 'day' | 'month' | 'year' | null;
	openingFromSources: boolean | null;
}

async function listPoints(db: Kysely<DB>): Promise<KnownPoint[]> {
	const { rows } = await sql<PointRow>`
		select point.id, point.name, point.town,
			array(select distinct library_id from information_point_period
				where information_point_id = point.id) as library_ids,
			exists (select from milestone_state state where state.information_point_id = point.id
				and state.known_to = 'infinity') as "exists",
			point.created_by = 'reference' and point.confidence = 'sourced' as is_from_sources,
			(select min(state.target_on) from milestone_state state
				where state.information_point_id = point.id and state.milestone_code = 'opening'
					and state.lane = 'first_plan' and state.known_to = 'infinity') as first_plan_on,
			(select event.effective_on from milestone_state state join event on event.id = state.event_id
				where state.information_point_id = point.id and state.milestone_code = 'operation'
					and state.lane = 'status' and state.kind in ('temporarily_closed', 'permanently_closed')
					and ${HOLDS} limit 1) as closed_on,
			opened.id as opening_id, opened.effective_on as opened_on,
			opened.date_precision as opening_precision, opened.from_sources as opening_from_sources
		from information_point point left join lateral (
			select event.id, event.effective_on, event.date_precision,
				coalesce(batch.kind = 'seed', false) as from_sources
			from milestone_state state join event on event.id = state.event_id
				left join event_batch batch on batch.id = event.batch_id
			where state.information_point_id = point.id and state.milestone_code = 'opening'
				and state.lane = 'status' and state.kind = 'achieved' and ${HOLDS}
			limit 1
		) opened on true
		order by point.id`.execute(db);
	return rows.map(({ openingId, openedOn, openingPrecision, openingFromSources, ...point }) => ({
		...point,
		opening:
			openingId === null
				? null
				: {
						eventId: openingId,
						on: openedOn!,
						precision: openingPrecision ?? 'day',
						isFromSources: openingFromSources ?? false
					}
	}));
}
