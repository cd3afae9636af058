import type { Measure } from './forecast.ts';
import type { Part } from './part.ts';
import type { AwaitedOpening } from './simulate.ts';
import type { ForecastSituation } from './situation.ts';

/** Something that counts for a measure from the day on which it opens. */
export interface Unit {
	provinceCode: string;
	weight: number;
	/** Days to its opening, per run. */
	days: Int32Array;
}

/** Per run the earliest of these. */
export function earliestPerRun(all: readonly Int32Array[]): Int32Array {
	const result = copyOfFirst(all);
	for (const days of all.slice(1)) {
		for (let run = 0; run < result.length; run++) {
			if (days[run]! < result[run]!) result[run] = days[run]!;
		}
	}
	return result;
}

/** Per run the latest of these. */
export function latestPerRun(all: readonly Int32Array[]): Int32Array {
	const result = copyOfFirst(all);
	for (const days of all.slice(1)) {
		for (let run = 0; run < result.length; run++) {
			if (days[run]! > result[run]!) result[run] = days[run]!;
		}
	}
	return result;
}

function copyOfFirst([first]: readonly Int32Array[]): Int32Array {
	if (!first) throw new RangeError('nothing to pick from');
	return first.slice();
}

/**
 * What still has to open in a part, per measure: each thing once, on the first opening that makes it
 * count. A chosen library or municipality opens with any of its points, also one that is not chosen.
 */
export function unitsOf(
	situation: ForecastSituation,
	part: Part,
	subjects: readonly AwaitedOpening[]
): Record<Measure, Unit[]> {
	const municipalities = new Map(part.municipalities.map((row) => [row.code, row]));
	const provinces = new Map(situation.municipalities.map((row) => [row.code, row.provinceCode]));
	const planned = subjects.flatMap(({ candidate, days }) => (candidate ? { candidate, days } : []));
	const byMunicipality = Map.groupBy(planned, ({ candidate }) => candidate.municipalityCode);
	const byLibrary = Map.groupBy(subjects, ({ libraryId }) => libraryId);
	const provinceOf = (code: string) => provinces.get(code) ?? '';

	const newlyCovered = [...byMunicipality].flatMap(([code, group]) => {
		const municipality = municipalities.get(code);
		if (!municipality || municipality.covered) return [];
		const days = earliestPerRun(group.map((row) => row.days));
		return { municipality, days };
	});
	return {
		locations: planned
			.filter(({ candidate }) => !candidate.outsideLibrary && part.hasPoint(candidate.pointId))
			.map(({ candidate, days }) => {
				return { provinceCode: provinceOf(candidate.municipalityCode), weight: 1, days };
			}),
		organisations: part.libraries.flatMap(({ id, open, provinceCode }) => {
			const own = open ? undefined : byLibrary.get(id);
			if (!own) return [];
			const days = earliestPerRun(own.map((row) => row.days));
			return { provinceCode, weight: 1, days };
		}),
		municipalities: newlyCovered.map(({ municipality, days }) => {
			return { provinceCode: municipality.provinceCode, weight: 1, days };
		}),
		inhabitants: newlyCovered.map(({ municipality, days }) => {
			const { provinceCode, inhabitants } = municipality;
			return { provinceCode, weight: inhabitants, days };
		})
	};
}
