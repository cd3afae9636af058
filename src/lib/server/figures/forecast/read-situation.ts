import { sql, type Kysely } from 'kysely';
import { addDays, type Day } from '#lib/base/day/day.ts';
import type { ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { Choice } from '#lib/figures/forecast/part.ts';
import type {
	ForecastMunicipality,
	ForecastSituation,
	Underway
} from '#lib/figures/forecast/situation.ts';
import { LANDMARK_DAYS } from '#lib/figures/forecast/situation.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import {
	libraryFilter,
	libraryIsActive,
	municipalityFilter,
	pointFilter
} from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, holdsOnDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { NO_FILTERS, type Filters } from '#lib/base/selection/filters.ts';
import { readLibraries } from './read-libraries.ts';
import { listUnderway, type UnderwayRow } from './list-underway.ts';

/** Looks back of thirty days each: three years. */
const LANDMARKS = 36;

/**
 * Everything that a forecast of these days may use, and nothing that was recorded later: the
 * situation on the day as known on the other, and the same for the landmarks before it. As long after
 * a landmark as `knownOn` lies after the day, so that the model learns from what is known as well, and
 * not better, than what it is used on.
 */
export async function readSituation(
	db: Kysely<DB>,
	dates: ForecastDates
): Promise<ForecastSituation> {
	const { day, knownOn } = dates;
	const where = whereOn(dates, NO_FILTERS);
	const looks = Array.from({ length: LANDMARKS + 1 }, (_, index): ForecastDates => {
		const back = -index * LANDMARK_DAYS;
		return { day: addDays(day, back), knownOn: addDays(knownOn, back) };
	});
	const [rows, outcomes, libraries, standings, openLocations] = await Promise.all([
		listUnderway(db, looks),
		listOutcomes(db, where),
		readLibraries(db, dates),
		listMunicipalityStandings(db, where, { libraries: false, milestones: false }),
		countOpenLocations(db, where)
	]);
	const earlier = rows.filter((row) => row.day !== day).filter(isAimed);
	const followed = new Set(earlier.map(({ pointId }) => pointId));
	const current = rows.filter((row) => row.day === day);
	return {
		...{ day, knownOn },
		candidates: current.filter(isAimed),
		earlier: earlier.map(withoutPlace),
		openings: outcomes.flatMap(({ pointId, openedOn }) =>
			openedOn && followed.has(pointId) ? { pointId, openedOn } : []
		),
		dropped: outcomes.filter(({ dropped }) => dropped).map(({ pointId }) => pointId),
		libraries,
		municipalities: standings.map(
			({ code, province, inhabitants, facts }): ForecastMunicipality => ({
				code,
				provinceCode: province.code,
				inhabitants: inhabitants ?? 0,
				covered: facts.realised > 0
			})
		),
		provinces: await listProvinces(db),
		openLocations,
		withoutPlan: current
			.filter((row) => !isAimed(row) && !row.outsideLibrary)
			.map(({ pointId, municipalityCode }) => ({ pointId, municipalityCode }))
	};
}

/** The last day known as today, so that nothing later can come in by "everything known". */
const whereOn = ({ day, knownOn }: ForecastDates, filters: Filters): Where => ({
	asOf: { validOn: day, knownOn },
	today: knownOn,
	filters: { ...filters, statuses: [] }
});

/**
 * What the filters let through on the day of a forecast as known on its other day, by the same conditions as the headline.
 * Filters by status do not apply.
 */
export async function readChoice(
	db: Kysely<DB>,
	dates: ForecastDates,
	filters: Filters
): Promise<Choice> {
	const where = whereOn(dates, filters);
	const query = sql<Omit<Choice, 'openLocations'>>`
		select array(select library.id from library
				where ${libraryIsActive(where)} and ${libraryFilter(where)}) as libraries,
			array(select municipality.code from municipality
				where ${holdsOnDay('municipality', where)} and ${municipalityFilter(where)}) as municipalities,
			array(select stand.information_point_id from information_point_state stand
				where ${holdsOnBoth('stand', where)} and stand.opened_on is null
					and ${pointFilter(where)}) as points`;
	const [{ rows }, openLocations] = await Promise.all([
		query.execute(db),
		countOpenLocations(db, where)
	]);
	return { ...rows[0]!, openLocations };
}

type Aimed = UnderwayRow & { targetOn: Day };
const isAimed = (row: UnderwayRow): row is Aimed => row.targetOn !== null;

/** The worker gets thousands of these, and only needs to know where the current ones are. */
function withoutPlace(row: Aimed): Underway {
	const { day, pointId, libraryId, targetOn, basis, onHold, replanned, stepsShare } = row;
	return { day, pointId, libraryId, targetOn, basis, onHold, replanned, stepsShare };
}

function listProvinces(db: Kysely<DB>) {
	return db.selectFrom('province').select(['code', 'slug', 'name']).orderBy('name').execute();
}

/** What had become of each point by the day, as known on the other. */
async function listOutcomes(
	db: Kysely<DB>,
	where: Where
): Promise<{ pointId: number; openedOn: Day | null; dropped: boolean }[]> {
	const query = sql<{ pointId: number; openedOn: Day | null; dropped: boolean }>`
		select information_point_id as point_id, opened_on,
			opened_on is null and (operation is not distinct from 'permanently_closed'
				or opening is not distinct from 'not_applicable' or plan_on is null) as dropped
		from information_point_state stand
		where ${holdsOnBoth('stand', where)}`;
	return (await query.execute(db)).rows;
}

/** Realised locations in libraries that the filters let through, by the province where they stand. */
async function countOpenLocations(db: Kysely<DB>, where: Where): Promise<Record<string, number>> {
	const query = sql<{ provinceCode: string; count: number }>`
		select municipality.province_code, count(*)::int as count
		from information_point_state stand
			join municipality on municipality.code = stand.municipality_code
		where ${holdsOnBoth('stand', where)} and stand.realised and not stand.outside_library
			and ${pointFilter(where)}
		group by 1`;
	const { rows } = await query.execute(db);
	return Object.fromEntries(rows.map((row) => [row.provinceCode, row.count]));
}
