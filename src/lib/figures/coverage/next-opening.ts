import { withinOf } from '#lib/base/map/distance.ts';
import {
	isCovered,
	municipalitiesOf,
	type Candidate,
	type CoverageMunicipality,
	type CoverageSituation
} from './situation.ts';
import { distancesOf, type Distances, type DistanceStep } from './measures.ts';

/** When inhabitants count as covered: a point in their municipality, or one within so many km of their place. */
export type Reach = 'municipality' | DistanceStep;

/** What each place that may open would cover. */
export interface Coverable {
	/** Inhabitants per municipality, or per spot of them where a distance counts. */
	inhabitants: readonly number[];
	/** Whether those are covered already. */
	covered: readonly boolean[];
	/** Per candidate the municipalities or spots that it covers, as indexes. */
	candidates: readonly { candidate: Candidate; covers: readonly number[] }[];
}

/** One opening in an order of openings. */
export interface Opening {
	candidate: Candidate;
	/** Inhabitants that it adds to those before it. */
	added: number;
	/** Inhabitants covered with it and those before it. */
	covered: number;
}

/** What the places that are not open yet (or only these) would cover. */
export function coverableOf(
	situation: CoverageSituation,
	reach: Reach,
	{
		candidates = situation.candidates,
		distances = distancesOf(situation)
	}: { candidates?: readonly Candidate[]; distances?: Distances } = {}
): Coverable {
	const { municipalities } = situation;
	return reach === 'municipality'
		? coverableByMunicipality(municipalities, candidates)
		: coverableByDistance(municipalities, candidates, { distances, reach });
}

function coverableByMunicipality(
	municipalities: readonly CoverageMunicipality[],
	candidates: readonly Candidate[]
): Coverable {
	const indexes = new Map(municipalities.map(({ code }, index) => [code, index]));
	const nothing = municipalitiesOf([]);
	return {
		inhabitants: municipalities.map(({ inhabitants }) => inhabitants),
		covered: municipalities.map((place) => isCovered(place, nothing)),
		candidates: candidates.map((candidate) => {
			const index = indexes.get(candidate.municipality.code);
			return { candidate, covers: index === undefined ? [] : [index] };
		})
	};
}

function coverableByDistance(
	municipalities: readonly CoverageMunicipality[],
	candidates: readonly Candidate[],
	{ distances, reach }: { distances: Distances; reach: DistanceStep }
): Coverable {
	const spots = municipalities.flatMap((place) => place.spots);
	const coversOf = withinOf(spots, reach);
	return {
		inhabitants: spots.map(({ inhabitants }) => inhabitants),
		covered: municipalities.flatMap(({ code, spots: own }) => {
			const km = distances.get(code);
			return own.map((_, index) => (km?.[index] ?? Infinity) <= reach);
		}),
		candidates: candidates.map((candidate) => ({ candidate, covers: coversOf(candidate) }))
	};
}

/** Inhabitants that are covered without any further opening. */
export function coveredNow({ inhabitants, covered }: Coverable): number {
	return inhabitants.reduce((total, people, index) => total + (covered[index] ? people : 0), 0);
}

/**
 * The openings that add most inhabitants, each time given those before (greedy), at most `most` of
 * them. What one covers already no longer counts for the next: two places in one municipality do not
 * count twice. Places that add nothing are left out unless `all` is asked for.
 */
export function bestOpenings(coverable: Coverable, most: number, all = false): Opening[] {
	const { inhabitants } = coverable;
	const covered = [...coverable.covered];
	const left = new Set(coverable.candidates);
	const openings: Opening[] = [];
	let total = coveredNow(coverable);
	const gainOf = (covers: readonly number[]) =>
		covers.reduce((gain, index) => gain + (covered[index] ? 0 : (inhabitants[index] ?? 0)), 0);
	while (openings.length < most && left.size > 0) {
		let best: { entry: Coverable['candidates'][number]; gain: number } | undefined;
		for (const entry of left) {
			const gain = gainOf(entry.covers);
			// What adds nothing now will not do so later.
			if (gain === 0 && !all) left.delete(entry);
			else if (!best || gain > best.gain || (gain === best.gain && isFirst(entry, best.entry)))
				best = { entry, gain };
		}
		if (!best) break;
		left.delete(best.entry);
		for (const index of best.entry.covers) covered[index] = true;
		total += best.gain;
		openings.push({ candidate: best.entry.candidate, added: best.gain, covered: total });
	}
	return openings;
}

type Entry = Coverable['candidates'][number];

/** Of two that add as much: the one that is planned first, then by name. */
function isFirst({ candidate: one }: Entry, { candidate: other }: Entry): boolean {
	const plans = [one.planOn ?? '9999', other.planOn ?? '9999'] as const;
	if (plans[0] !== plans[1]) return plans[0] < plans[1];
	const names = [one.name ?? one.municipality.name, other.name ?? other.municipality.name] as const;
	return names[0] === names[1] ? one.id < other.id : names[0] < names[1];
}
