import { sql, type Kysely } from 'kysely';
import {
	isWhiteSpot,
	WHITE_SPOT_CLASSES,
	type WhiteSpotClass
} from '#lib/base/status/rollout-status.ts';
import type {
	Headline,
	LocationTarget,
	MunicipalityStanding
} from '#lib/network/standing/types.ts';
import { toDayNumber } from '#lib/base/day/day-number.ts';
import { latestDay, type Day } from '#lib/base/day/day.ts';
import { countLocations, pointStatus } from '#lib/ledger/point-states/count-locations.ts';
import { passes } from '#lib/ledger/point-states/point-filter.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readPointFilter } from '#lib/server/ledger/point-states/read-point-filter.ts';
import { readStatesOn } from '#lib/server/ledger/point-states/select-states.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { listMunicipalityStandings } from './list-municipality-standings.ts';
import { readOrganisations, type Organisations } from './read-organisations.ts';
import {
	planWithdrawnSql,
	rolloutStatusSql
} from '#lib/server/base/selection/rollout-status-sql.ts';
import {
	knownDay,
	ofEveryStatus,
	statusDays,
	type Where
} from '#lib/server/base/selection/where.ts';

/** What the target table calls the number of information points in libraries. */
const LOCATION_METRIC = 'ido_locations';

export interface Locations {
	counts: Omit<Headline['locations'], 'target'>;
	/** As many as `listMapPoints` gives for the whole country: only those of the statuses asked for. */
	onMap: number;
}

/** What the headline is made of; give the parts that were read or asked for already, with the same `where`. */
export interface HeadlineParts {
	municipalities: readonly MunicipalityStanding[] | Promise<readonly MunicipalityStanding[]>;
	organisations: Organisations;
	locations: Locations;
	/** Null when nobody asks for it. */
	target: LocationTarget | null;
}

/**
 * The headline figures on (D, K) of what the filters let through; each thing is filtered by what it
 * is itself (a library by its own province, a point by where it stands). A filter by status does not
 * apply: it selects places, not figures.
 */
export async function readHeadline(
	db: Kysely<DB>,
	given: Where,
	parts: Partial<HeadlineParts> = {}
): Promise<Headline> {
	const where = ofEveryStatus(given);
	const [standings, organisations, locations, target] = await Promise.all([
		parts.municipalities ??
			listMunicipalityStandings(db, where, { libraries: false, milestones: false }),
		parts.organisations ?? readOrganisations(db, where),
		parts.locations ?? readLocations(db, where),
		parts.target === undefined ? findLocationTarget(db, where) : parts.target
	]);
	return {
		organisations: organisations.counts,
		locations: { ...locations.counts, target },
		...summarise(standings)
	};
}

/** The figures that follow from the municipalities. */
export function summarise(
	standings: readonly MunicipalityStanding[]
): Pick<Headline, 'municipalities' | 'inhabitants' | 'whiteSpots'> {
	const covered = standings.filter(({ status }) => !isWhiteSpot(status));
	const classes = WHITE_SPOT_CLASSES.map((name) => [
		name,
		standings.filter(({ status }) => status === name).length
	]);
	return {
		municipalities: { total: standings.length, covered: covered.length },
		inhabitants: {
			total: countInhabitants(standings),
			covered: countInhabitants(covered),
			populationReferenceDate: latestDay(
				standings.map((standing) => standing.populationReferenceDate)
			)
		},
		whiteSpots: Object.fromEntries(classes) as Record<WhiteSpotClass, number>
	};
}

function countInhabitants(standings: readonly MunicipalityStanding[]): number {
	return standings.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0);
}

/**
 * The points of libraries on (D, K), those elsewhere apart, and how many points the map has: all that
 * exist, wherever they stand. Only the last are those of the statuses asked for.
 */
export async function readLocations(db: Kysely<DB>, where: Where): Promise<Locations> {
	const [{ states, rows }, filter] = await Promise.all([
		readStatesOn(db, where),
		readPointFilter(db, where)
	]);
	const { statuses } = where.filters;
	const { asked, fact } = statusDays(where);
	const { onMap, ...counts } = countLocations(states, rows, {
		passes: passes(states, filter),
		selects: (row) =>
			statuses.length === 0 || isAmong(statuses, pointStatus(states, row, asked, fact)),
		plannedBy: toDayNumber(where.asOf.validOn)
	});
	return { counts, onMap };
}

const isAmong = (statuses: readonly string[], status: string) => statuses.includes(status);

/** The status of the point of a row of `stand`; permanently closed ones are `closed`. */
export function pointStatusSql(where: Where) {
	const status = rolloutStatusSql(
		{
			realised: sql`stand.realised::int`,
			accessible: sql`stand.accessible::int`,
			temporarilyClosed: sql`stand.temporarily_closed::int`,
			onlineOnly: sql`stand.online_only::int`,
			earliestPlanOn: sql`stand.awaited_on`,
			withdrawn: sql`${planWithdrawnSql}::int`
		},
		statusDays(where)
	);
	return sql<string>`(case when stand.operation = 'permanently_closed' then 'closed' else ${status} end)`;
}

interface TargetRow extends Omit<LocationTarget, 'value'> {
	value: number;
}

/**
 * The target for the number of locations announced last by D and K. A real clock never knows a
 * target before its announcement, so the earlier of both days decides. Targets are about the whole
 * country, so there is none with filters.
 */
async function findLocationTarget(db: Kysely<DB>, where: Where): Promise<LocationTarget | null> {
	if (!isUnfiltered(ofEveryStatus(where).filters)) return null;
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
