import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { COUNTED_METRICS } from '#lib/figures/reconciliation/published.ts';
import type { CauseName, Counted, OwnCounts } from '#lib/figures/reconciliation/reconcile.ts';
import { libraryFilter, pointFilter } from '#lib/server/base/selection/filter-sql.ts';
import { readLocations } from '#lib/server/network/standing/read-headline.ts';
import { readOrganisations } from '#lib/server/network/standing/read-organisations.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Published counts of what we count too, that are about a day up to D. Oldest first. */
export function listPublishedCounts(db: Kysely<DB>, { validOn }: AsOf) {
	return db
		.selectFrom('publishedFigure')
		.select(['id', 'metric', 'dated', 'appliesOn', 'value', 'valueText', 'unit', 'description'])
		.select(['source', 'confidence'])
		.where('metric', 'in', COUNTED_METRICS)
		.where('appliesOn', '>=', '2018-01-01')
		.where('appliesOn', '<=', validOn)
		.orderBy('appliesOn')
		.orderBy('id')
		.execute();
}

export type PublishedCountRow = Awaited<ReturnType<typeof listPublishedCounts>>[number];

/** Rows of `stand` that hold on `day.day`, as known on K. */
function holds({ knownOn }: AsOf): RawBuilder<boolean> {
	const known =
		knownOn === null
			? sql`stand.known_to = 'infinity'`
			: sql`stand.known_from <= ${knownOn} and stand.known_to > ${knownOn}`;
	return sql`stand.valid_from <= day.day and stand.valid_to > day.day and ${known}`;
}

/** The days as a table `day (day)`; those before the register begins say nothing. */
const dayTable = (days: readonly Day[]) =>
	sql`(select distinct day from unnest(${[...days]}::date[]) day where day >= ${FIRST_DAY}) day`;

/** Opened, and at work online only for now. */
const onlineNow = sql`(stand.realised and not stand.accessible and not stand.temporarily_closed)`;

const activeOn = (day: RawBuilder<unknown>) =>
	sql`library.active_from <= ${day} and library.active_to > ${day}`;

/** Our counts on each of these days, as known on K; a day before the register begins is left out. */
export async function readOwnCounts(
	db: Kysely<DB>,
	days: readonly Day[],
	asOf: AsOf
): Promise<Map<Day, OwnCounts>> {
	const query = sql<OwnCounts & { day: Day }>`
		select day.day::text as day, now_known.*, then_known.*, organisation.*
		from ${dayTable(days)}, lateral (
			select (count(*) filter (where stand.realised and not stand.outside_library))::int as locations,
				(count(*) filter (where stand.realised and stand.outside_library))::int as outside_library,
				(count(*) filter (where stand.online_only and not stand.outside_library))::int as online_only,
				(count(*) filter (where stand.temporarily_closed and not stand.outside_library))::int
					as temporarily_closed,
				(count(*) filter (where ${onlineNow} and not stand.outside_library))::int as online_now,
				(count(distinct library.id) filter (where stand.realised))::int as organisations_open
			from information_point_state stand
				left join library on library.id = stand.library_id and ${activeOn(sql`day.day`)}
			where ${holds(asOf)}
		) now_known, lateral (
			select (count(*) filter (where stand.realised and not stand.outside_library))::int as locations_then,
				(count(distinct library.id) filter (where stand.realised))::int as organisations_open_then
			from information_point_state stand
				left join library on library.id = stand.library_id and ${activeOn(sql`day.day`)}
			where stand.valid_from <= day.day and stand.valid_to > day.day
				and stand.known_from <= day.day and stand.known_to > day.day
		) then_known, lateral (
			select (count(*) filter (where ${activeOn(sql`day.day`)}))::int as organisations,
				(count(*) filter (where ${activeOn(sql`date_trunc('year', day.day)::date`)}))::int
					as organisations_at_year_start
			from library
		) organisation`;
	const { rows } = await query.execute(db);
	return new Map(rows.map(({ day, ...counts }) => [day, counts]));
}

/**
 * How many of ours the filters let through on this day, as known on K: the headline of that day,
 * because the published definitions that stand beside ours are those.
 */
export async function readChosenCounts(
	db: Kysely<DB>,
	where: Where
): Promise<Record<Counted, number>> {
	const [{ counts: locations }, { counts: organisations }] = await Promise.all([
		readLocations(db, where),
		readOrganisations(db, where)
	]);
	return {
		locations: locations.open,
		organisationsOpen: organisations.open,
		organisations: organisations.total
	};
}

/** A place behind a cause: an information point or a library. */
export interface CausePlace {
	day: Day;
	cause: CauseName;
	kind: 'information_point' | 'library';
	/** The id of the point, or the slug of the library. */
	key: string;
	name: string;
	/** Whether the filters let it through. */
	chosen: boolean;
}

/**
 * Every place that one of the named causes is about, on each of these days, by name. The filters are
 * those of one day: with filters, give one day at a time.
 */
export async function listCausePlaces(
	db: Kysely<DB>,
	days: readonly Day[],
	where: Where
): Promise<CausePlace[]> {
	const { asOf } = where;
	const query = sql<CausePlace>`
		with stood as (
			select day.day, stand.information_point_id, stand.realised, stand.temporarily_closed,
				${onlineNow} as online_now, stand.online_only, stand.outside_library, ${pointFilter(where)} as chosen,
				exists (select from information_point_state before
					where before.information_point_id = stand.information_point_id and before.realised
						and before.valid_from <= day.day and before.valid_to > day.day
						and before.known_from <= day.day and before.known_to > day.day) as known_then
			from ${dayTable(days)} join information_point_state stand on ${holds(asOf)}
		), caused as (
			select stood.day, cause.name, stood.information_point_id, stood.chosen
			from stood, lateral (values
				('outside_library', stood.realised and stood.outside_library),
				('online_only', stood.online_only and not stood.outside_library),
				('temporarily_closed', stood.temporarily_closed and not stood.outside_library),
				('online_now', stood.online_now and not stood.outside_library),
				('recorded_later', stood.realised and not stood.outside_library and not stood.known_then)
			) cause (name, applies)
			where cause.applies
		)
		select caused.day::text as day, caused.name as cause, 'information_point' as kind,
			point.id::text as key, point.name, caused.chosen
		from caused join information_point point on point.id = caused.information_point_id
		union all
		select day.day::text, 'merged_in_year', 'library', library.slug, library.name,
			${libraryFilter(where)} as chosen
		from ${dayTable(days)} join library on ${activeOn(sql`date_trunc('year', day.day)::date`)}
			and library.active_to <= day.day
		order by name, key`;
	return (await query.execute(db)).rows;
}
