import type { ForecastLibrary, ForecastMunicipality, ForecastSituation } from './situation.ts';

/**
 * What filters let through on the day of the situation; each thing is chosen by what it is itself, as
 * the headline does (a library by its own province, a point by where it stands). Plain values, so
 * that it can be sent to a worker.
 */
export interface Choice {
	/** Ids. */
	libraries: readonly number[];
	/** Codes. */
	municipalities: readonly string[];
	/** Ids of points that are not open. */
	points: readonly number[];
	/** Realised locations in libraries, by province. */
	openLocations: Readonly<Record<string, number>>;
}

/** The part of a situation that a forecast tells of. */
export interface Part {
	libraries: readonly ForecastLibrary[];
	municipalities: readonly ForecastMunicipality[];
	provinces: ForecastSituation['provinces'];
	openLocations: Readonly<Record<string, number>>;
	/** Of each location that is not open and has no plan, the code of its province. */
	withoutPlan: readonly (string | undefined)[];
	/** Whether this point, that still has to open, counts for the locations. */
	hasPoint: (pointId: number) => boolean;
}

/** What of the situation is chosen; everything with null. */
export function partOf(situation: ForecastSituation, choice: Choice | null): Part {
	const { libraries, municipalities, provinces, openLocations } = situation;
	const provinceOf = new Map(municipalities.map((row) => [row.code, row.provinceCode]));
	const withoutPlan = (hasPoint: Part['hasPoint']) =>
		situation.withoutPlan
			.filter(({ pointId }) => hasPoint(pointId))
			.map(({ municipalityCode }) => provinceOf.get(municipalityCode));
	if (!choice) {
		const all = { libraries, municipalities, provinces, openLocations };
		const hasPoint = () => true;
		return { ...all, withoutPlan: withoutPlan(hasPoint), hasPoint };
	}
	const points = new Set(choice.points);
	const libraryIds = new Set(choice.libraries);
	const codes = new Set(choice.municipalities);
	const hasPoint = (pointId: number) => points.has(pointId);
	const chosen = {
		libraries: libraries.filter(({ id }) => libraryIds.has(id)),
		municipalities: municipalities.filter(({ code }) => codes.has(code)),
		openLocations: choice.openLocations,
		...{ withoutPlan: withoutPlan(hasPoint), hasPoint }
	};
	const touched = new Set([
		...chosen.libraries.map(({ provinceCode }) => provinceCode),
		...chosen.municipalities.map(({ provinceCode }) => provinceCode),
		...Object.keys(choice.openLocations),
		...chosen.withoutPlan,
		...situation.candidates
			.filter(({ pointId }) => points.has(pointId))
			.map(({ municipalityCode }) => provinceOf.get(municipalityCode))
	]);
	return { ...chosen, provinces: provinces.filter(({ code }) => touched.has(code)) };
}
