import type { Day } from '#lib/base/day/day.ts';
import type { Reference } from '../reference/reference.ts';
import type { KnownPoint } from './known-points.ts';
import { openingDay } from './opening-days.ts';
import { randomFor } from './random.ts';

type Library = Reference['libraries'][number];

/** Organisations that open their first point only in 2022 (invented). */
export const LATE: Record<string, Day> = {
	'bibliotheek-heiloo': '2022-01-18',
	'bibliotheek-brunssum': '2022-01-25',
	'bibliotheken-zuidoost-fryslan': '2022-03-10',
	'de-nobelaer-etten-leur': '2022-04-14',
	'bibliotheek-meerssen': '2022-05-19',
	'bibliotheek-voorschoten-wassenaar': '2022-06-02',
	'bibliotheek-langedijk': '2022-09-13',
	'de-tweede-verdieping-bibliotheek-nieuwegein': '2022-11-08'
};

/** New organisations in 2020, beside NOBB and Drachten: together 39 with the kopgroep. */
const NEW_IN_2020 = 22;
const GELDERLAND = 'PV25';
const DRENTHE = 'PV22';

/** The day on which each organisation that is open on the last day of 2022 opens its first point. */
export function firstOpenings(
	libraries: readonly Library[],
	known: readonly KnownPoint[]
): Map<string, Day> {
	const random = randomFor('first openings');
	const days = new Map<string, Day>(Object.entries(LATE));
	for (const { library, openedOn } of known) {
		const earlier = days.get(library);
		if (!earlier || openedOn < earlier) days.set(library, openedOn);
	}
	const open = libraries.filter((library) => !days.has(library.slug));
	const chosen = open.filter((library) => library.provinceCode !== DRENTHE);
	const in2020 = random.shuffle(chosen).slice(0, NEW_IN_2020);
	// The last lockdown of 2020 begins in December; a few open before the first.
	for (const library of in2020) {
		days.set(library.slug, openingDay(random, '2020-01-01', '2020-12-31'));
	}
	for (const library of open) {
		if (days.has(library.slug)) continue;
		days.set(library.slug, openingDay(random, ...windowIn2021(library)));
	}
	return days;
}

/** Gelderland was ready by the summer of 2021; Drenthe began together in September at the latest. */
function windowIn2021(library: Library): [Day, Day] {
	if (library.provinceCode === GELDERLAND) return ['2021-01-01', '2021-08-31'];
	if (library.provinceCode === DRENTHE) return ['2021-06-01', '2021-09-17'];
	return ['2021-01-01', '2021-12-17'];
}
