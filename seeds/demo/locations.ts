import type { DemoPoint } from './demo-points.ts';
import type { Geography } from './geography.ts';
import { randomFor } from './random.ts';
import { KNOWN_TOWNS } from './towns.ts';

export interface Location {
	name: string;
	locationType: string;
	hostName: string | null;
	serviceVariant: string;
	lat: number;
	lon: number;
	locationPrecision: 'town' | 'municipality_centroid';
}

const TYPES_OF_NEXT: readonly [type: string, prefix: string, weight: number][] = [
	['vestiging', 'Bibliotheek', 50],
	['servicepunt', 'Servicepunt', 40],
	['zelfbediening', 'Zelfbediening', 6],
	['bibliobushalte', 'Bibliobus', 4]
];
const VARIANTS: readonly [variant: string, weight: number][] = [
	['basis', 50],
	['altijd_beschikbaar', 30],
	['brede_dienstverlening', 20]
];
const PARTS = ['', 'Noord', 'Zuid', 'Oost', 'West', 'Centrum'];
/** Spreads points in a growing spiral, so that no two coincide. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * What kind of place a point is and about where. No address is invented: the first point of a town
 * stands in its middle, others `index` places from there; where the town is not known, from the
 * centroid of the municipality.
 */
export function describeLocation(point: DemoPoint, geography: Geography, index: number): Location {
	const random = randomFor(`location:${point.key}`);
	const [serviceVariant] = random.pickWeighted(VARIANTS, ([, weight]) => weight);
	const [nextType, prefix] = random.pickWeighted(TYPES_OF_NEXT, ([, , weight]) => weight);
	const place = coordinates(point, geography, index);
	if (point.host) {
		const name = `${point.host} ${point.town}`;
		return { name, locationType: 'buiten_bibliotheek', hostName: name, serviceVariant, ...place };
	}
	if (point.rank === 0) {
		return {
			name: `Bibliotheek ${point.town}`,
			locationType: point.isFirstOfLibrary ? 'hoofdvestiging' : 'vestiging',
			hostName: null,
			serviceVariant,
			...place
		};
	}
	const part = PARTS[point.rank] ?? `wijk ${point.rank}`;
	return {
		name: `${prefix} ${point.town} ${part}`,
		locationType: nextType,
		hostName: null,
		serviceVariant,
		...place
	};
}

function coordinates(
	point: DemoPoint,
	geography: Geography,
	index: number
): Pick<Location, 'lat' | 'lon' | 'locationPrecision'> {
	const { municipality, rank } = point;
	const known = KNOWN_TOWNS[point.town];
	const town = known
		? { lat: known[0], lon: known[1] }
		: geography.townIn(municipality, point.town);
	if (town && rank === 0) return { ...rounded(town), locationPrecision: 'town' };
	const centre = town ?? geography.centroidOf(municipality);
	const radius = 0.002 + 0.005 * Math.sqrt(index);
	const angle = index * GOLDEN_ANGLE;
	return {
		...rounded({
			lat: centre.lat + radius * Math.sin(angle),
			lon: centre.lon + 1.6 * radius * Math.cos(angle)
		}),
		locationPrecision: town ? 'town' : 'municipality_centroid'
	};
}

const rounded = ({ lat, lon }: { lat: number; lon: number }) => ({
	lat: round(lat),
	lon: round(lon)
});

function round(degrees: number): number {
	return Math.round(degrees * 10_000) / 10_000;
}
