import type { Measure } from './forecast.ts';
import type { Part } from './part.ts';
import { runRows } from './run-rows.ts';
import type { AwaitedOpening } from './simulate.ts';
import type { ForecastSituation } from './situation.ts';

/** Something that counts for a measure from the day on which it opens. */
export interface Unit {
	provinceCode: string;
	weight: number;
	/** Days to its opening, per run. */
	days: Int32Array;
}

/** Writes per run the earliest of these into `result`, and gives it back. */
export function earliestPerRun(all: readonly Int32Array[], result: Int32Array): Int32Array {
	copyFirst(all, result);
	for (const days of all.slice(1)) {
		for (let run = 0; run < result.length; run++) {
			if (days[run]! < result[run]!) result[run] = days[run]!;
		}
	}
	return result;
}

/** As {@link earliestPerRun}, the latest of these. */
export function latestPerRun(all: readonly Int32Array[], result: Int32Array): Int32Array {
	copyFirst(all, result);
	for (const days of all.slice(1)) {
		for (let run = 0; run < result.length; run++) {
			if (days[run]! > result[run]!) result[run] = days[run]!;
		}
	}
	return result;
}

function copyFirst([first]: readonly Int32Array[], result: Int32Array): void {
	if (!first) throw new RangeError('nothing to pick from');
	result.set(first);
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

	const newlyCovered = firstPerRun(
		[...byMunicipality].flatMap(([code, group]) => {
			const municipality = municipalities.get(code);
			return municipality && !municipality.covered ? { of: municipality, group } : [];
		})
	);
	const newlyOpen = firstPerRun(
		part.libraries.flatMap((library) => {
			const group = library.open ? undefined : byLibrary.get(library.id);
			return group ? { of: library, group } : [];
		})
	);
	return {
		locations: planned
			.filter(({ candidate }) => !candidate.outsideLibrary && part.hasPoint(candidate.pointId))
			.map(({ candidate, days }) => {
				return { provinceCode: provinceOf(candidate.municipalityCode), weight: 1, days };
			}),
		organisations: newlyOpen.map(({ of: { provinceCode }, days }) => {
			return { provinceCode, weight: 1, days };
		}),
		municipalities: newlyCovered.map(({ of: { provinceCode }, days }) => {
			return { provinceCode, weight: 1, days };
		}),
		inhabitants: newlyCovered.map(({ of: { provinceCode, inhabitants }, days }) => {
			return { provinceCode, weight: inhabitants, days };
		})
	};
}

interface Group<Of> {
	of: Of;
	group: readonly { days: Int32Array }[];
}

/** Of each group the first opening per run. */
function firstPerRun<Of>(groups: readonly Group<Of>[]): { of: Of; days: Int32Array }[] {
	const rows = runRows(groups.length, groups[0]?.group[0]?.days.length ?? 0);
	return groups.map(({ of, group }, index) => {
		const all = group.map(({ days }) => days);
		return { of, days: earliestPerRun(all, rows[index]!) };
	});
}
