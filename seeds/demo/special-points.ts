import { addDays, type Day } from '#lib/base/day/day.ts';
import { workdayBetween, workdayFrom } from './calendar.ts';
import type { DemoPoint } from './demo-points.ts';
import type { Geography } from './geography.ts';
import { planChain, type PlanStep } from './plan-chain.ts';
import { randomFor } from './random.ts';
import type { Site } from './sites.ts';
import { mainTownOf } from './towns.ts';

/** A point that is not an ordinary opening in a library, with its own plans. */
export interface SpecialPoint {
	point: DemoPoint;
	chain: PlanStep[];
	/** The plan was given up on this day. */
	withdrawnOn: Day | null;
	/** It only ever worked online or by phone, from this day. */
	onlineOnlySince: Day | null;
}

const HOSTS = ['Dorpshuis', 'Wijkcentrum', 'Gemeentehuis', 'Huis van de buurt'];

/** Points outside a library (all invented): after the library's own, where the area is wide. */
const OUTSIDE: readonly [library: string, municipality: string, openedOn: Day][] = [
	['bibliotheken-noord-fryslan', 'Terschelling', '2021-10-06'],
	['bibliotheek-z-o-u-t', 'Wijk bij Duurstede', '2021-10-21'],
	['theek-5', 'Baarle-Nassau', '2021-11-18'],
	['bibliotheek-aanzet', 'Molenlanden', '2021-12-08'],
	['bibliotheek-zeeuws-vlaanderen', 'Sluis', '2022-01-13'],
	['bibliotheek-rivierenland', 'Buren', '2022-02-15'],
	['bibliotheek-rotterdam', 'Rotterdam', '2022-03-08'],
	['biblionet-drenthe', 'Westerveld', '2022-03-22'],
	['openbare-bibliotheek-amsterdam-oba', 'Amsterdam', '2022-04-05'],
	['bibliotheek-oosterschelde', 'Schouwen-Duiveland', '2022-04-20'],
	['bibliocenter', 'Leudal', '2022-05-12'],
	['bibliotheek-rijn-en-venen', 'Nieuwkoop', '2022-05-24'],
	['bibliotheek-west-brabant', 'Moerdijk', '2022-06-14'],
	['bibliotheken-zuidoost-fryslan', 'Opsterland', '2022-06-28'],
	['bibliotheek-west-achterhoek', 'Bronckhorst', '2022-09-13'],
	['de-bibliotheek-utrecht', 'Utrecht', '2022-10-04'],
	['kopgroep-bibliotheken', 'Hollands Kroon', '2022-10-18'],
	['bibliotheek-waterland', 'Waterland', '2022-11-22']
];

/** Points that only ever worked online or by phone (invented). */
const ONLINE_ONLY: readonly [library: string, municipality: string, since: Day, planned: Day][] = [
	['bibliotheken-noord-fryslan', 'Schiermonnikoog', '2021-02-09', '2021-10-01'],
	['bibliotheek-veluwezoom', 'Rozendaal', '2021-03-02', '2022-04-01']
];

/** Municipalities where nothing opens in a library within the story. */
export const WITHOUT_LIBRARY_POINT: readonly string[] = ONLINE_ONLY.map((row) => row[1]);

const FUTURE_POINTS = 22;
const WITHDRAWN_POINTS = 7;

/** All special points; `free` are the places where no library opens within the story. */
export function specialPoints(geography: Geography, free: readonly Site[]): SpecialPoint[] {
	const random = randomFor('special points');
	const places = random.shuffle(free).slice(0, FUTURE_POINTS + WITHDRAWN_POINTS);
	return [
		...OUTSIDE.map((row) => outsidePoint(geography, ...row)),
		...ONLINE_ONLY.map((row) => onlinePoint(geography, ...row)),
		...places.slice(0, FUTURE_POINTS).map(futurePoint),
		...places.slice(FUTURE_POINTS).map(withdrawnPoint)
	];
}

function pointAt(library: string, municipality: string, town: string, rank: number): DemoPoint {
	return {
		key: `${library}/${municipality}/${town}/${rank}`,
		library,
		municipality,
		town,
		rank,
		isFirstOfLibrary: false,
		host: null,
		openedOn: null,
		precision: 'day',
		publishedOn: null,
		invented: true,
		source: null,
		confidence: 'invented'
	};
}

function outsidePoint(
	geography: Geography,
	library: string,
	municipality: string,
	openedOn: Day
): SpecialPoint {
	const random = randomFor(`outside:${library}/${municipality}`);
	const town = mainTownOf(municipality);
	const point = pointAt(library, geography.codeOf(municipality), town, 50);
	const madeOn = workdayFrom(addDays(openedOn, -7 * random.between(14, 30)));
	const target = workdayFrom(addDays(openedOn, -random.between(0, 60)));
	return {
		point: { ...point, host: random.pick(HOSTS), openedOn },
		chain: planChain(random, madeOn, target, openedOn),
		withdrawnOn: null,
		onlineOnlySince: null
	};
}

function onlinePoint(
	geography: Geography,
	library: string,
	municipality: string,
	since: Day,
	planned: Day
): SpecialPoint {
	const point = pointAt(library, geography.codeOf(municipality), mainTownOf(municipality), 0);
	return {
		point,
		chain: [onlyPlan(workdayFrom(addDays(since, -30)), planned)],
		withdrawnOn: null,
		onlineOnlySince: since
	};
}

/** Planned in the course of 2022 for 2023. */
function futurePoint(site: Site): SpecialPoint {
	const random = randomFor(`future:${site.library}/${site.municipality}/${site.rank}`);
	const madeOn = workdayBetween(random, '2022-02-14', '2022-11-30');
	const target = workdayBetween(random, '2023-01-09', '2023-06-30');
	return {
		point: pointAt(site.library, site.municipality, site.town, site.rank),
		chain: [onlyPlan(madeOn, target)],
		withdrawnOn: null,
		onlineOnlySince: null
	};
}

/** Planned, sometimes moved once, and then given up. */
function withdrawnPoint(site: Site): SpecialPoint {
	const random = randomFor(`withdrawn:${site.library}/${site.municipality}/${site.rank}`);
	const madeOn = workdayBetween(random, '2020-06-01', '2021-06-30');
	const target = workdayFrom(addDays(madeOn, random.between(90, 200)));
	return {
		point: pointAt(site.library, site.municipality, site.town, site.rank),
		chain: [onlyPlan(madeOn, target)],
		withdrawnOn: workdayFrom(addDays(target, random.between(-30, 60))),
		onlineOnlySince: null
	};
}

function onlyPlan(madeOn: Day, target: Day): PlanStep {
	return { madeOn, target, reason: null, heldFrom: null, forecast: null };
}
