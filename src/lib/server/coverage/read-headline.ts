import { sql, type Kysely } from 'kysely';
import {
	isWhiteSpot,
	WHITE_SPOT_CLASSES,
	type WhiteSpotClass
} from '#lib/coverage/rollout-status.ts';
import type { Headline, LocationTarget, MunicipalityStand } from '#lib/coverage/types.ts';
import { latestDay, type Day } from '#lib/day/day.ts';
import { isUnfiltered } from '#lib/view/filters.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { libraryFilter, libraryIsActive, pointFilter, statusFilter } from './filter-sql.ts';
import { listMunicipalityStands } from './list-municipality-stands.ts';
import { rolloutStatusSql } from './rollout-status-sql.ts';
import { holdsOnBoth, knownDay, statusDay, type Where } from './where.ts';

/** What the target table calls the number of information points in libraries. */
const LOCATION_METRIC = 'ido_locations';

/**
 * The headline figures on (D, K) of what the filters let through; each thing is filtered by what it
 * is itself (a library by its own province, a point by where it stands). Give the municipalities
 * when they were read already, with the same `where`.
 */
export async function readHeadline(
	db: Kysely<DB>,
	where: Where,
	municipalities?: readonly MunicipalityStand[]
): Promise<Headline> {
	const [stands, organisations, locations, target] = await Promise.all([
		municipalities ?? listMunicipalityStands(db, where, { libraries: false, milestones: false }),
		countOrganisations(db, where),
		countLocations(db, where),
		isUnfiltered(where.filters) ? findLocationTarget(db, where) : null
	]);
	return { organisations, locations: { ...locations, target }, ...summarise(stands) };
}

/** The figures that follow from the municipalities. */
export function summarise(
	stands: readonly MunicipalityStand[]
): Pick<Headline, 'municipalities' | 'inhabitants' | 'whiteSpots'> {
	const covered = stands.filter(({ status }) => !isWhiteSpot(status));
	const classes = WHITE_SPOT_CLASSES.map((name) => [
		name,
		stands.filter(({ status }) => status === name).length
	]);
	return {
		municipalities: { total: stands.length, covered: covered.length },
		inhabitants: {
			total: countInhabitants(stands),
			covered: countInhabitants(covered),
			populationReferenceDate: latestDay(stands.map((stand) => stand.populationReferenceDate))
		},
		whiteSpots: Object.fromEntries(classes) as Record<WhiteSpotClass, number>
	};
}

function countInhabitants(stands: readonly MunicipalityStand[]): number {
	return stands.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0);
}

/** Organisations active on D: all, with a realised point, and with a first plan on or before D. */
async function countOrganisations(
	db: Kysely<DB>,
	where: Where
): Promise<Headline['organisations']> {
	const status = rolloutStatusSql(
		{
			realised: sql`points.realised`,
			accessible: sql`points.accessible`,
			onlineOnly: sql`points.online_only`,
			earliestPlanOn: sql`points.awaited_on`
		},
		statusDay(where)
	);
	const query = sql<Headline['organisations']>`
		with points as (
			select stand.library_id, count(*) filter (where stand.realised) as realised,
				count(*) filter (where stand.accessible) as accessible,
				count(*) filter (where stand.online_only) as online_only,
				min(stand.awaited_on) as awaited_on, min(stand.first_plan_on) as first_plan_on
			from information_point_state stand where ${holdsOnBoth('stand', where)} group by 1
		)
		select count(*)::int as total, (count(*) filter (where points.realised > 0))::int as open,
			(count(*) filter (where points.first_plan_on <= ${where.asOf.validOn}))::int as planned
		from library left join points on points.library_id = library.id
		where ${libraryIsActive(where)} and ${libraryFilter(where)} and ${statusFilter(status, where)}`;
	return (await query.execute(db)).rows[0]!;
}

async function countLocations(
	db: Kysely<DB>,
	where: Where
): Promise<Omit<Headline['locations'], 'target'>> {
	const within = sql`not stand.outside_library`;
	const query = sql<Omit<Headline['locations'], 'target'>>`
		select (count(*) filter (where stand.realised and ${within}))::int as open,
			(count(*) filter (where stand.accessible and ${within}))::int as accessible,
			(count(*) filter (where stand.online_only and ${within}))::int as online_only,
			(count(*) filter (where stand.first_plan_on <= ${where.asOf.validOn} and ${within}))::int as planned,
			(count(*) filter (where stand.realised and stand.outside_library))::int as outside_library
		from information_point_state stand
		where ${holdsOnBoth('stand', where)} and ${pointFilter(where)}
			and ${statusFilter(pointStatusSql(where), where)}`;
	return (await query.execute(db)).rows[0]!;
}

/** The status of the point of a row of `stand`; permanently closed ones are `closed`. */
export function pointStatusSql(where: Where) {
	const status = rolloutStatusSql(
		{
			realised: sql`stand.realised::int`,
			accessible: sql`stand.accessible::int`,
			onlineOnly: sql`stand.online_only::int`,
			earliestPlanOn: sql`stand.awaited_on`
		},
		statusDay(where)
	);
	return sql<string>`(case when stand.operation = 'permanently_closed' then 'closed' else ${status} end)`;
}

interface TargetRow extends Omit<LocationTarget, 'value'> {
	value: number;
}

/**
 * The target for the number of locations announced last by D and K. A real clock never knows a
 * target before its announcement, so the earlier of both days decides.
 */
async function findLocationTarget(db: Kysely<DB>, where: Where): Promise<LocationTarget | null> {
	const { validOn } = where.asOf;
	const known = knownDay(where);
	const announcedBy: Day = validOn < known ? validOn : known;
	const row: TargetRow | undefined = await db
		.selectFrom('target')
		.select(['value', 'dueOn', 'announcedOn', 'statementNl', 'statementEn', 'source'])
		.where('metric', '=', LOCATION_METRIC)
		.where('value', 'is not', null)
		.$narrowType<{ value: number }>()
		.where('announcedOn', '<=', announcedBy)
		.orderBy('announcedOn', 'desc')
		.orderBy('dueOn')
		.executeTakeFirst();
	return row ?? null;
}
