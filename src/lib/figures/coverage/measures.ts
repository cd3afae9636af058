import { nearestOf } from '#lib/base/map/distance.ts';
import type { Spot } from './spots.ts';
import {
	isCovered,
	municipalitiesOf,
	type Candidate,
	type CoverageMunicipality,
	type CoverageSituation
} from './situation.ts';

/** Steps of distance that are told, in kilometres. */
export const DISTANCE_STEPS = [2, 5, 10] as const;
export type DistanceStep = (typeof DISTANCE_STEPS)[number];

/** A part of a whole, both counted. */
export interface Part {
	covered: number;
	total: number;
}

/** How far inhabitants of an area live from the nearest realised point: straight, from their places. */
export interface Distance {
	inhabitants: number;
	/** Weighted by inhabitants, to a tenth of a kilometre; null when nothing is open. */
	meanKm: number | null;
	/** Inhabitants within each of `DISTANCE_STEPS`. */
	within: Record<DistanceStep, number>;
}

export interface CoverageFigures {
	organisations: Part;
	municipalities: Part;
	/** Inhabitants of the covered municipalities. */
	inhabitants: Part;
	/** Inhabitants of the work areas of open organisations, by share. */
	workArea: Part;
	distance: Distance;
	provinces: readonly (Distance & { code: string; name: string })[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * The figures of coverage of a situation, as if `opened` were open too. With nothing opened they are
 * the headline figures of the same dates (definitions: /definities). Give the distances when they
 * were measured already.
 */
export function coverageOf(
	situation: CoverageSituation,
	opened: readonly Candidate[] = [],
	distances = distancesOf(situation, opened)
): CoverageFigures {
	const { municipalities } = situation;
	const openedIn = municipalitiesOf(opened);
	const openLibraries = openLibrariesOf(situation, opened);
	const selected = situation.libraries.filter((library) => library.selected);
	const covered = municipalities.filter((place) => isCovered(place, openedIn));
	const total = peopleIn(municipalities);
	const inWorkAreas = municipalities.map(({ inhabitants, libraries }) => {
		const shares = libraries.filter(({ id }) => openLibraries.has(id)).map(({ share }) => share);
		return inhabitants * Math.min(1, sum(shares));
	});
	const provinces = Map.groupBy(municipalities, ({ province }) => province.code);
	return {
		organisations: {
			covered: selected.filter(({ id }) => openLibraries.has(id)).length,
			total: selected.length
		},
		municipalities: { covered: covered.length, total: municipalities.length },
		inhabitants: { covered: peopleIn(covered), total },
		workArea: { covered: Math.round(sum(inWorkAreas)), total },
		distance: distanceFigures(municipalities, distances),
		provinces: [...provinces].map(([code, places]) => ({
			code,
			name: places[0]?.province.name ?? code,
			...distanceFigures(places, distances)
		}))
	};
}

/** Per municipality the kilometres from each of its spots to the nearest open point; empty without one. */
export type Distances = ReadonlyMap<string, readonly number[]>;

export function distancesOf(
	{ municipalities, openPoints }: CoverageSituation,
	opened: readonly Candidate[] = []
): Distances {
	const places = [...openPoints, ...opened];
	if (places.length === 0) return new Map();
	const nearest = nearestOf(places);
	return new Map(
		municipalities.map(({ code, spots }) => [
			code,
			spots.map((spot) => nearest(spot)?.km ?? Infinity)
		])
	);
}

/** How far the inhabitants of one municipality live on average; null when nothing is open. */
export function meanDistance(
	{ code, spots }: Pick<CoverageMunicipality, 'code' | 'spots'>,
	distances: Distances
): number | null {
	const km = distances.get(code);
	return km ? weightedMean(spots, km) : null;
}

/** Weighted by inhabitants; where nobody is counted each spot counts as much. */
function weightedMean(spots: readonly Spot[], km: readonly number[]): number {
	const people = sum(spots.map(({ inhabitants }) => inhabitants));
	const weights = spots.map(({ inhabitants }) => (people > 0 ? inhabitants : 1));
	return sum(weights.map((weight, index) => weight * (km[index] ?? 0))) / sum(weights);
}

function openLibrariesOf(
	{ libraries }: CoverageSituation,
	opened: readonly Candidate[]
): ReadonlySet<number | null> {
	const open = libraries.filter((library) => library.open).map(({ id }) => id);
	return new Set([...open, ...opened.map(({ libraryId }) => libraryId)]);
}

const peopleIn = (places: readonly CoverageMunicipality[]) =>
	sum(places.map(({ inhabitants }) => inhabitants));

function distanceFigures(places: readonly CoverageMunicipality[], distances: Distances): Distance {
	const reached = places.filter(({ code }) => distances.has(code));
	const spots = reached.flatMap((place) => place.spots);
	const km = reached.flatMap(({ code }) => distances.get(code) ?? []);
	const within = (step: DistanceStep) =>
		sum(spots.map(({ inhabitants }, index) => ((km[index] ?? Infinity) <= step ? inhabitants : 0)));
	return {
		inhabitants: peopleIn(places),
		meanKm: peopleIn(reached) > 0 ? Math.round(weightedMean(spots, km) * 10) / 10 : null,
		within: { 2: within(2), 5: within(5), 10: within(10) }
	};
}
