import { addDays, type Day } from '#lib/base/day/day.ts';
import type { Files } from './files.ts';
import { LIBRARY_SUCCESSIONS, type LibraryRow } from './libraries.ts';
import { inhabitantsOn, type MunicipalityRow, type PopulationRow } from './municipalities.ts';

export interface WorkAreaRow {
	library: string;
	municipalityCode: string;
	validFrom: Day;
	validTo: Day;
	/** The part of the inhabitants that the library serves, 0–1 in steps of a ten-thousandth. */
	share: number;
	source: string;
	confidence: string;
}

/** Served from a later day than the list suggests: outside the public network until then. */
const SERVED_FROM = [
	{
		library: 'bibliotheek-rivierenland',
		municipality: 'Buren',
		from: '2021-01-01',
		source:
			'https://www.bibliotheeknetwerk.nl/nieuws/netwerkagenda-interview-met-lidy-vos-directeur-de-bibliotheek-rivierenland-niko-wiendels'
	}
];

const UNITS = 10_000;

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * The work areas, dated: as listed, then following mergers of libraries and of municipalities. When
 * a municipality is absorbed, a library's share in the successor is the inhabitants it served there
 * before divided by all inhabitants; the part of a municipality without library stays unserved.
 */
export function workAreaRows(
	files: Files,
	libraries: LibraryRow[],
	municipalities: MunicipalityRow[],
	populations: PopulationRow[]
): WorkAreaRow[] {
	let rows = [...listedAreas(files, libraries, municipalities)];
	rows = [...rows, ...inheritedAreas(rows, libraries)];
	for (const day of [...new Set(files.municipalityChanges.map(({ on }) => on))].sort()) {
		const changes = files.municipalityChanges.filter(({ on }) => on === day);
		rows = afterMunicipalChange(rows, changes, populations, day);
	}
	return rows.filter((row) => row.validFrom < row.validTo);
}

function* listedAreas(
	files: Files,
	libraries: LibraryRow[],
	municipalities: MunicipalityRow[]
): Generator<WorkAreaRow> {
	for (const [index, library] of libraries.entries()) {
		for (const name of files.libraries[index]!.municipalities) {
			const municipality = municipalities.find((candidate) => candidate.name === name);
			if (!municipality) throw new Error(`${library.name}: no municipality is called ${name}`);
			const exception = SERVED_FROM.find(
				(candidate) => candidate.library === library.slug && candidate.municipality === name
			);
			yield {
				library: library.slug,
				municipalityCode: municipality.code,
				validFrom: later(library.activeFrom, exception?.from ?? municipality.validFrom),
				validTo: library.activeTo,
				share: 1,
				source: exception?.source ?? library.source,
				confidence: exception ? 'sourced' : library.municipalitiesConfidence
			};
		}
	}
}

/** What a library takes over from a predecessor and is not listed for itself. */
function inheritedAreas(rows: WorkAreaRow[], libraries: LibraryRow[]): WorkAreaRow[] {
	return LIBRARY_SUCCESSIONS.flatMap(({ from, to, effectiveOn, source, confidence }) => {
		const successor = libraries.find(({ slug }) => slug === to)!;
		const own = new Set(
			rows.filter((row) => row.library === to).map((row) => row.municipalityCode)
		);
		return rows
			.filter((row) => row.library === from && !own.has(row.municipalityCode))
			.map((row) => ({
				...row,
				library: to,
				validFrom: effectiveOn,
				validTo: successor.activeTo,
				source,
				confidence
			}));
	});
}

/** The rows that hold on the day of a municipal change end; new ones begin in the successors. */
function afterMunicipalChange(
	rows: WorkAreaRow[],
	changes: Files['municipalityChanges'],
	populations: PopulationRow[],
	day: Day
): WorkAreaRow[] {
	const before = inhabitantsOn(populations, addDays(day, -1));
	const after = inhabitantsOn(populations, day);
	const moves = changes.map((change) => ({
		from: change.from_code,
		to: change.to_code,
		share: change.inhabitant_share
	}));
	const successors = [...new Set(moves.map(({ to }) => to))];
	const staying = successors.filter((code) => before.has(code));
	moves.push(...staying.map((code) => ({ from: code, to: code, share: 1 })));

	const touched = new Set(moves.map(({ from }) => from));
	const holding = rows.filter(
		(row) => touched.has(row.municipalityCode) && row.validFrom < day && day < row.validTo
	);
	const served = moves.flatMap(({ from, to, share }) =>
		holding
			.filter((row) => row.municipalityCode === from)
			.map((row) => ({ row, to, inhabitants: (before.get(from) ?? 0) * share * row.share }))
	);
	return [
		...rows.map((row) => (holding.includes(row) ? { ...row, validTo: day } : row)),
		...successors.flatMap((to) =>
			areasIn(
				to,
				served.filter((part) => part.to === to),
				after.get(to) ?? 0,
				day
			)
		)
	];
}

/** The rows of one successor; cumulative rounding keeps the sum of the shares at most 1. */
function areasIn(
	municipalityCode: string,
	served: { row: WorkAreaRow; inhabitants: number }[],
	inhabitants: number,
	day: Day
): WorkAreaRow[] {
	let sum = 0;
	return [...Map.groupBy(served, ({ row }) => row.library).values()].map((parts) => {
		const before = Math.round((UNITS * sum) / inhabitants);
		sum += parts.reduce((total, part) => total + part.inhabitants, 0);
		const share = (Math.round((UNITS * sum) / inhabitants) - before) / UNITS;
		return {
			...parts[0]!.row,
			municipalityCode,
			validFrom: day,
			share,
			source: 'follows the municipal change: inhabitants served before / all inhabitants',
			confidence: 'estimated'
		};
	});
}
