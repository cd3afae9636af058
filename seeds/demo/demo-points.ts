import { addDays, holdsOn, type Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import type { Reference } from '../reference/reference.ts';
import { firstOpenings } from './first-openings.ts';
import type { Geography } from './geography.ts';
import { knownPoints, type KnownPoint } from './known-points.ts';
import { openingDay, PERIODS } from './opening-days.ts';
import { randomFor } from './random.ts';
import { sitesOf, type Site } from './sites.ts';

/** A point of the story: where, of whom, and when it opened. */
export interface DemoPoint {
	/** Names the point within the story. */
	key: string;
	/** The library at its opening, or that plans it. */
	library: string;
	/** Code within the borders of 2019 and 2020. */
	municipality: string;
	town: string;
	/** How many points of the library come before it in the municipality. */
	rank: number;
	isFirstOfLibrary: boolean;
	/** Whose building it is in when that is not a library; null in a library. */
	host: string | null;
	/** Null when it does not open within the story. */
	openedOn: Day | null;
	precision: DatePrecision;
	publishedOn: Day | null;
	invented: boolean;
	source: string | null;
	confidence: 'sourced' | 'inferred' | 'invented';
}

/** A library begins with a next point at least this long after its first. */
const DAYS_BETWEEN_POINTS = 14;
/** Published counts allow no other point there: until which day, and from which day. */
const FULL: Record<string, readonly [from: Day, until: Day]> = {
	'bibliotheek-hardenberg': ['2019-01-01', '2021-12-01'],
	'westfriese-bibliotheken': ['2019-01-01', '2021-09-17']
};

/**
 * Every point in a library that opens by the end of the story, the places still free, and the day
 * of the first opening of each library.
 */
export function openedPoints(
	reference: Reference,
	geography: Geography
): { points: DemoPoint[]; free: Site[]; firstOpenings: Map<string, Day> } {
	const active = (day: Day) =>
		reference.libraries.filter((row) =>
			holdsOn({ validFrom: row.activeFrom, validTo: row.activeTo }, day)
		);
	const libraries = active('2021-12-31');
	const known = knownPoints(reference);
	const firsts = firstOpenings(libraries, known);
	const sites = new Map(
		libraries.map((library) => [library.slug, sitesOf(library, geography, known)])
	);
	const points = known.map((point) => fromKnown(point, geography, firsts));
	for (const { slug } of libraries) {
		if (known.some((point) => point.library === slug && point.openedOn === firsts.get(slug)))
			continue;
		points.push(fromSite(sites.get(slug)!.shift()!, firsts.get(slug)!, true));
	}
	const nextFrom = new Map(
		[...firsts].map(([slug, day]) => [slug, addDays(day, DAYS_BETWEEN_POINTS)])
	);
	for (const period of PERIODS) fillPeriod(period, points, sites, nextFrom);
	return { points, free: [...sites.values()].flat(), firstOpenings: firsts };
}

/** Opens next points of libraries that are open already until the period has its number. */
function fillPeriod(
	period: (typeof PERIODS)[number],
	points: DemoPoint[],
	sites: Map<string, Site[]>,
	nextFrom: Map<string, Day>
): void {
	const random = randomFor(`openings from ${period.from}`);
	const isIn = ({ openedOn }: DemoPoint) =>
		openedOn !== null && period.from <= openedOn && openedOn <= period.to;
	const missing = period.openings - points.filter(isIn).length;
	if (missing < 0) throw new Error(`too many openings from ${period.from} to ${period.to}`);
	for (let count = 0; count < missing; count++) {
		const day = openingDay(random, period.from, period.to);
		const candidates = [...sites].filter(
			([library, left]) => left.length > 0 && mayOpen(library, day, nextFrom)
		);
		const [, left] = random.pickWeighted(candidates, ([, next]) => next[0]!.priority);
		points.push(fromSite(left.shift()!, day, false));
	}
}

function mayOpen(library: string, day: Day, nextFrom: Map<string, Day>): boolean {
	const full = FULL[library];
	if (full && full[0] <= day && day <= full[1]) return false;
	if (library === 'bibliotheek-best-cultuurspoor-best' && day >= '2022-01-01') return false;
	return nextFrom.get(library)! <= day;
}

function fromSite(site: Site, openedOn: Day, isFirstOfLibrary: boolean): DemoPoint {
	return {
		key: `${site.library}/${site.municipality}/${site.rank}`,
		library: site.library,
		municipality: site.municipality,
		town: site.town,
		rank: site.rank,
		isFirstOfLibrary,
		host: null,
		openedOn,
		precision: 'day',
		publishedOn: null,
		invented: true,
		source: null,
		confidence: 'invented'
	};
}

function fromKnown(point: KnownPoint, geography: Geography, firsts: Map<string, Day>): DemoPoint {
	return {
		key: `${point.library}/${point.town}`,
		library: point.library,
		municipality: geography.codeOf(point.municipality),
		town: point.town,
		rank: 0,
		isFirstOfLibrary: firsts.get(point.library) === point.openedOn,
		host: null,
		openedOn: point.openedOn,
		precision: point.precision,
		publishedOn: point.publishedOn,
		invented: point.invented,
		source: point.source,
		confidence: point.confidence
	};
}
