import type { Kysely } from 'kysely';
import type { Place } from '#lib/base/map/distance.ts';
import { isWhiteSpot } from '#lib/base/status/rollout-status.ts';
import {
	candidateAt,
	type Candidate,
	type CoverageLibrary,
	type CoverageMunicipality,
	type CoverageSituation
} from '#lib/figures/coverage/situation.ts';
import { spreadInhabitants, type KnownPlace } from '#lib/figures/coverage/spots.ts';
import { NO_PLAN_TOLD } from '#lib/network/standing/plan-told.ts';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import {
	listCentroids,
	listCoverageLibraries,
	listCoveragePoints,
	listKnownPlaces,
	type CoveragePoint
} from '#lib/server/network/standing/list-places.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import type { Where } from '#lib/server/base/selection/where.ts';

export interface ReadSituation {
	situation: CoverageSituation;
	/** The municipalities of the situation as the headline figures take them. */
	standings: readonly MunicipalityStanding[];
	/** Open points of which only the middle of the town or municipality is known. */
	approximate: number;
}

/** Reads everything that the figures of coverage on (D, K) follow from; give no filter by status. */
export async function readCoverageSituation(db: Kysely<DB>, where: Where): Promise<ReadSituation> {
	const [standings, points, libraries, centroids, places] = await Promise.all([
		listMunicipalityStandings(db, where, { libraries: true, milestones: false }),
		listCoveragePoints(db, where),
		listCoverageLibraries(db, where),
		listCentroids(db),
		listKnownPlaces(db, where)
	]);
	const open = points.filter(({ realised }) => realised);
	return {
		situation: situationOf(standings, points, libraries, { centroids, places }),
		standings,
		approximate: open.filter((point) => point.approximate).length
	};
}

interface Geography {
	centroids: ReadonlyMap<string, Place>;
	places: ReadonlyMap<string, readonly KnownPlace[]>;
}

function situationOf(
	standings: readonly MunicipalityStanding[],
	points: readonly CoveragePoint[],
	libraries: readonly CoverageLibrary[],
	{ centroids, places }: Geography
): CoverageSituation {
	const municipalities = standings.flatMap((standing): CoverageMunicipality[] => {
		const centroid = centroids.get(standing.code);
		if (!centroid) return [];
		const { code, name, province, status, planOn, libraries: serving } = standing;
		const inhabitants = standing.inhabitants ?? 0;
		const spots = spreadInhabitants(inhabitants, centroid, places.get(code) ?? []);
		const about = { code, name, province, status, planOn, libraries: serving, inhabitants };
		return [{ ...about, ...centroid, spots }];
	});
	const awaited = points.filter(({ realised }) => !realised);
	const known = new Set(awaited.map(({ municipalityCode }) => municipalityCode));
	const byCode = new Map(municipalities.map((place) => [place.code, place]));
	return {
		municipalities,
		libraries,
		openPoints: points
			.filter(({ realised }) => realised)
			.map(({ lat, lon }) => {
				return { lat, lon };
			}),
		candidates: [
			...awaited.flatMap((point) => candidateOf(point, byCode.get(point.municipalityCode))),
			...municipalities
				.filter(({ code, status }) => isWhiteSpot(status) && !known.has(code))
				.map(candidateAt)
		]
	};
}

/** A point outside the selection is no candidate. */
function candidateOf(point: CoveragePoint, municipality?: CoverageMunicipality): Candidate[] {
	if (!municipality) return [];
	const { id, name, libraryId, status, planOn, firstPlanOn, lat, lon } = point;
	const { code, province } = municipality;
	return [
		{
			id: String(id),
			name,
			municipality: { code, name: municipality.name },
			province,
			libraryId,
			status,
			planOn,
			firstPlanOn,
			plan: NO_PLAN_TOLD,
			lat,
			lon
		}
	];
}
