import { FOREVER, type Day } from '#lib/base/day/day.ts';
import type { Files } from './files.ts';
import { provinceCode } from './provinces.ts';

const FIRST_DAY: Day = '2019-01-01';
/** Inferred: the table states no date, but its sum is that of the first of January 2020. */
const POPULATION_DAY: Day = '2020-01-01';

export interface MunicipalityRow {
	code: string;
	name: string;
	provinceCode: string;
	lat: number;
	lon: number;
	validFrom: Day;
	validTo: Day;
	libraryProvision: 'served' | 'none' | 'unknown';
	libraryProvisionNote: string | null;
	source: string;
	confidence: string;
}

export interface PopulationRow {
	municipalityCode: string;
	territoryFrom: Day;
	referenceDate: Day;
	inhabitants: number;
	source: string;
	confidence: string;
}

type Change = Files['municipalityChanges'][number];

/** Where the inhabitants of an ended municipality went. */
export function successionRows(files: Pick<Files, 'municipalityChanges'>) {
	return files.municipalityChanges.map((change) => ({
		fromCode: change.from_code,
		toCode: change.to_code,
		effectiveOn: change.on,
		inhabitantShare: change.inhabitant_share,
		note: change.note,
		source: change.source,
		confidence: change.confidence
	}));
}

/** Every municipality since 2019 with the days of its existence; new ones get the weighted centroid. */
export function municipalityRows(files: Files): MunicipalityRow[] {
	const endedOn = new Map(files.municipalityChanges.map(({ from_code, on }) => [from_code, on]));
	const provision = new Map(files.withoutLibrary.map((row) => [row.municipality, row]));
	const known = files.municipalities.map((row): MunicipalityRow => {
		const without = provision.get(row.name);
		return {
			code: row.code,
			name: row.name,
			provinceCode: provinceCode(row.province),
			lat: row.lat,
			lon: row.lon,
			validFrom: FIRST_DAY,
			validTo: endedOn.get(row.code) ?? FOREVER,
			libraryProvision: without
				? without.confidence === 'unknown'
					? 'unknown'
					: 'none'
				: 'served',
			libraryProvisionNote: without ? `${without.situation_2019_2021} (${without.source})` : null,
			source: row.source,
			confidence: row.confidence
		};
	});
	const codes = new Set(known.map(({ code }) => code));
	const arrivals = Map.groupBy(
		files.municipalityChanges.filter((change) => !codes.has(change.to_code)),
		(change) => change.to_code
	);
	return [...known, ...[...arrivals.values()].map((changes) => newMunicipality(changes, files))];
}

function newMunicipality(changes: Change[], files: Files): MunicipalityRow {
	const first = changes[0]!;
	const parts = changes.map((change) => {
		const part = files.municipalities.find(({ code }) => code === change.from_code)!;
		return { part, weight: part.population * change.inhabitant_share };
	});
	const total = parts.reduce((sum, { weight }) => sum + weight, 0);
	const mean = (axis: 'lat' | 'lon') =>
		Number(
			(parts.reduce((sum, { part, weight }) => sum + part[axis] * weight, 0) / total).toFixed(4)
		);
	return {
		code: first.to_code,
		name: first.to_name,
		provinceCode: provinceCode(parts[0]!.part.province),
		lat: mean('lat'),
		lon: mean('lon'),
		validFrom: first.on,
		validTo: FOREVER,
		libraryProvision: 'served',
		libraryProvisionNote: null,
		source: `${first.source} ; lat/lon: centroids of the predecessors, weighted by inhabitants`,
		confidence: first.confidence
	};
}

/**
 * Inhabitants per municipality and borders, all of one reference date: a municipality that takes in
 * others gets a row from that day on, so the national sum is the same on every day.
 */
export function populationRows(files: Files): PopulationRow[] {
	const rows = files.municipalities.map((row) => ({
		municipalityCode: row.code,
		territoryFrom: FIRST_DAY,
		referenceDate: POPULATION_DAY,
		inhabitants: row.population,
		source: row.source,
		confidence: 'inferred'
	}));
	const latest = new Map(rows.map((row) => [row.municipalityCode, row.inhabitants]));
	for (const day of [...new Set(files.municipalityChanges.map(({ on }) => on))].sort()) {
		const changes = files.municipalityChanges.filter(({ on }) => on === day);
		const gains = Map.groupBy(splitWhole(changes, latest), ({ toCode }) => toCode);
		for (const [code, parts] of gains) {
			const inhabitants = parts.reduce(
				(sum, part) => sum + part.inhabitants,
				latest.get(code) ?? 0
			);
			latest.set(code, inhabitants);
			rows.push({
				municipalityCode: code,
				territoryFrom: day,
				referenceDate: POPULATION_DAY,
				inhabitants,
				source: 'sum of the predecessors, each by its share of inhabitants',
				confidence: parts.some((part) => part.estimated) ? 'estimated' : 'inferred'
			});
		}
	}
	return rows;
}

/** The inhabitants that move, in whole people: cumulative rounding keeps the sum of each origin. */
function splitWhole(changes: Change[], latest: Map<string, number>) {
	return [...Map.groupBy(changes, (change) => change.from_code).values()].flatMap((parts) => {
		const whole = latest.get(parts[0]!.from_code) ?? 0;
		let share = 0;
		return parts.map((part) => {
			const before = Math.round(whole * share);
			share += part.inhabitant_share;
			return {
				toCode: part.to_code,
				inhabitants: Math.round(whole * share) - before,
				estimated: part.confidence === 'estimated'
			};
		});
	});
}

/** Inhabitants by municipality as the borders were on `day` (the latest borders not after it). */
export function inhabitantsOn(populations: PopulationRow[], day: Day): Map<string, number> {
	const rows = populations
		.filter((row) => row.territoryFrom <= day)
		.sort((a, b) => (a.territoryFrom < b.territoryFrom ? -1 : 1));
	return new Map(rows.map((row) => [row.municipalityCode, row.inhabitants]));
}
