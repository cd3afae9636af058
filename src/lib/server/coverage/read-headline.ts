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
import { pointFilter, statusFilter } from './filter-sql.ts';
import { listMunicipalityStands } from './list-municipality-stands.ts';
import { readOrganisations, type Organisations } from './read-organisations.ts';
import { rolloutStatusSql } from './rollout-status-sql.ts';
import { holdsOnBoth, knownDay, statusDay, type Where } from './where.ts';

/** What the target table calls the number of information points in libraries. */
const LOCATION_METRIC = 'ido_locations';

export interface Locations {
	counts: Omit<Headline['locations'], 'target'>;
	/** As many as `listMapPoints` gives for the whole country. */
	onMap: number;
}

/** What the headline is made of; give the parts that were read already, with the same `where`. */
export interface HeadlineParts {
	municipalities: readonly MunicipalityStand[];
	organisations: Organisations;
	locations: Locations;
}

/**
 * The headline figures on (D, K) of what the filters let through; each thing is filtered by what it
 * is itself (a library by its own province, a point by where it stands).
 */
export async function readHeadline(
	db: Kysely<DB>,
	where: Where,
	parts: Partial<HeadlineParts> = {}
): Promise<Headline> {
	const [stands, organisations, locations, target] = await Promise.all([
		parts.municipalities ??
			listMunicipalityStands(db, where, { libraries: false, milestones: false }),
		parts.organisations ?? readOrganisations(db, where),
		parts.locations ?? countLocations(db, where),
		isUnfiltered(where.filters) ? findLocationTarget(db, where) : null
	]);
	return {
		organisations: organisations.counts,
		locations: { ...locations.counts, target },
		...summarise(stands)
	};
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

/**
 * The points of libraries on (D, K), those elsewhere apart, and how many points the map has: all that
 * exist, wherever they stand.
 */
export async function countLocations(db: Kysely<DB>, where: Where): Promise<Locations> {
	const within = sql`not stand.outside_library`;
	const query = sql<Locations['counts'] & { onMap: number }>`
		select (count(*) filter (where stand.realised and ${within}))::int as open,
			(count(*) filter (where stand.accessible and ${within}))::int as accessible,
			(count(*) filter (where stand.online_only and ${within}))::int as online_only,
			(count(*) filter (where stand.first_plan_on <= ${where.asOf.validOn} and ${within}))::int as planned,
			(count(*) filter (where stand.realised and stand.outside_library))::int as outside_library,
			count(*)::int as on_map
		from information_point_state stand
		where ${holdsOnBoth('stand', where)} and ${pointFilter(where)}
			and ${statusFilter(pointStatusSql(where), where)}`;
	const { onMap, ...counts } = (await query.execute(db)).rows[0]!;
	return { counts, onMap };
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
