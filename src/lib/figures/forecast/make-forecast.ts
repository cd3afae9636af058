import { addDays, earliestDay, type Day } from '#lib/base/day/day.ts';
import { fanOf } from './fan.ts';
import {
	MODEL_VERSION,
	RUNS,
	SEED,
	type AreaForecast,
	type Expected,
	type Forecast,
	type LibraryForecast,
	type Measure
} from './forecast.ts';
import { partOf, type Choice, type Part } from './part.ts';
import { mostDay } from './most-day.ts';
import { dayQuantiles, P_LIKELY, P_SURE } from './quantile.ts';
import { LAST_SIMULATED_DAY, NEVER, simulate, type AwaitedOpening } from './simulate.ts';
import type { ForecastLibrary, ForecastSituation } from './situation.ts';
import { earliestPerRun, latestPerRun, unitsOf, type Unit } from './unit.ts';

/**
 * The forecast made on the day of the situation; null when too few openings were known then to
 * measure anything. The same situation gives the same forecast. The whole country is always
 * simulated, because all share its pace; with a choice the same runs are counted for that part.
 */
export function makeForecast(
	situation: ForecastSituation,
	runs = RUNS,
	seed = SEED,
	choice: Choice | null = null
): Forecast | null {
	const subjects = simulate(situation, runs, seed);
	if (!subjects) return null;
	const { day, knownOn } = situation;
	const part = partOf(situation, choice);
	const units = unitsOf(situation, part, subjects);
	const scratch = new Int32Array(runs);
	const country = areaForecast({ day, part, units, scratch }, () => true);
	const now = (measure: Measure) => country[measure].now;
	return {
		...{ day, knownOn, runs, modelVersion: MODEL_VERSION, country },
		openings: situation.openings.length,
		provinces: part.provinces.map((province) => ({
			...province,
			measures: areaForecast({ day, part, units, scratch }, (code) => code === province.code),
			pointsWithoutForecast: part.withoutPlan.filter((code) => code === province.code).length
		})),
		libraries: libraryForecasts(day, part, subjects, scratch),
		fan: fanOf(day, units, {
			organisations: now('organisations'),
			locations: now('locations'),
			municipalities: now('municipalities'),
			inhabitants: now('inhabitants')
		}),
		pointsWithoutForecast: part.withoutPlan.length,
		points: subjects.flatMap(({ candidate, days }) => {
			if (!candidate || !part.hasPoint(candidate.pointId)) return [];
			const { pointId, outsideLibrary } = candidate;
			return { pointId, outsideLibrary, ...expectedOf(day, days) };
		})
	};
}

/** The share of what is still to come that is told apart from the last of it. */
const MOST = 0.9;

/** P50 and P85 of the days to an event. */
function expectedOf(day: Day, days: Int32Array): Expected {
	const [likely, sure] = dayQuantiles(days, [P_LIKELY, P_SURE], LAST_SIMULATED_DAY, NEVER);
	const on = (after = NEVER) => (after === NEVER ? null : addDays(day, after));
	return { likelyOn: on(likely), sureOn: on(sure) };
}

interface Simulated {
	day: Day;
	part: Part;
	units: Readonly<Record<Measure, readonly Unit[]>>;
	/** To write in: a number per run. */
	scratch: Int32Array;
}

function areaForecast(
	{ day, part, units, scratch }: Simulated,
	isInside: (provinceCode: string) => boolean
): AreaForecast {
	const { now, total } = countsOf(part, isInside);
	const of = (measure: Measure) => {
		const own = units[measure].filter(({ provinceCode }) => isInside(provinceCode));
		const all = own.map(({ days }) => days);
		const complete = all.length > 0 ? expectedOf(day, latestPerRun(all, scratch)) : null;
		const reachable = own.reduce((sum, { weight }) => sum + weight, now[measure]);
		const most = mostDay(own, MOST, LAST_SIMULATED_DAY);
		const mostOn = earliestDay([most === null ? null : addDays(day, most), complete?.likelyOn]);
		return { now: now[measure], total: total[measure], reachable, mostOn, complete };
	};
	return {
		locations: of('locations'),
		organisations: of('organisations'),
		municipalities: of('municipalities'),
		inhabitants: of('inhabitants')
	};
}

function countsOf(part: Part, isInside: (provinceCode: string) => boolean) {
	const libraries = part.libraries.filter((row) => isInside(row.provinceCode));
	const municipalities = part.municipalities.filter((row) => isInside(row.provinceCode));
	const covered = municipalities.filter((row) => row.covered);
	const people = (rows: typeof municipalities) =>
		rows.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
	const locations = Object.entries(part.openLocations)
		.filter(([code]) => isInside(code))
		.reduce((sum, [, count]) => sum + count, 0);
	return {
		now: {
			organisations: libraries.filter(({ open }) => open).length,
			locations,
			municipalities: covered.length,
			inhabitants: people(covered)
		},
		total: {
			organisations: libraries.length,
			locations: null,
			municipalities: municipalities.length,
			inhabitants: people(municipalities)
		}
	};
}

function libraryForecasts(
	day: Day,
	{ libraries }: Part,
	subjects: readonly AwaitedOpening[],
	scratch: Int32Array
): LibraryForecast[] {
	const byLibrary = Map.groupBy(subjects, ({ libraryId }) => libraryId);
	return libraries
		.map((library) => libraryForecast(day, library, byLibrary.get(library.id) ?? [], scratch))
		.filter(({ open, basis }) => !open || basis !== 'none')
		.sort((a, b) => Number(a.open) - Number(b.open));
}

function libraryForecast(
	day: Day,
	{ id, slug, name, provinceCode, open }: ForecastLibrary,
	subjects: readonly AwaitedOpening[],
	scratch: Int32Array
): LibraryForecast {
	const planned = subjects.filter(({ candidate }) => candidate !== null);
	const days = subjects.map((subject) => subject.days);
	return {
		...{ id, slug, name, provinceCode, open },
		pointsToCome: planned.length,
		basis: planned.length > 0 ? 'plan' : subjects.length > 0 ? 'lead_time' : 'none',
		targetOn: earliestDay(planned.map(({ candidate }) => candidate?.targetOn)),
		first: open || days.length === 0 ? null : expectedOf(day, earliestPerRun(days, scratch)),
		last: planned.length > 0 ? expectedOf(day, latestPerRun(days, scratch)) : null
	};
}
