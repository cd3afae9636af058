import { addDays, type Day } from '#lib/base/day/day.ts';
import type { Reference } from '../reference/reference.ts';
import { maxDay, minDay, workdayBetween, workdayFrom } from './calendar.ts';
import { randomFor, type Random } from './random.ts';

type Library = Reference['libraries'][number];

/** What a library wrote on its application, and when the work was planned. */
export interface Application {
	library: string;
	/** The library that opens with it: itself, or the one it merges into before that. */
	opensAs: string;
	/** Names the work that follows; a predecessor and its successor can share it. */
	key: string;
	appliedOn: Day;
	/** The start on the form: the first plan of its first opening. */
	plannedStart: Day;
	/** The day on which that start became a plan. */
	startPlannedOn: Day;
	/** The decision on the subsidy. */
	decidedOn: Day;
	/** The day on which the steps of the template got their dates. */
	scheduledOn: Day;
}

const KOPGROEP_DECIDED: Day = '2019-04-15';
const KOPGROEP_START: Day = '2019-07-01';
/** The latest start that the form allows. */
const LATEST_START: Day = '2021-09-30';

/** Starts that follow from what is published. */
const KNOWN_STARTS: Record<string, Day> = {
	'nobb-noord-oost-brabantse-bibliotheken': '2020-03-04',
	'bibliotheek-drachten': '2020-09-01'
};

/** Libraries outside the kopgroep that planned a start in 2020; 24 of them in Gelderland and Overijssel. */
const STARTS_IN_2020 = 55;
const STARTS_IN_2020_EAST = 24;
const EAST = ['PV23', 'PV25'];

/**
 * The application of every library that opens a first point on the given day, and of those that
 * merged into one of them before: the first of these made the application that it goes on with.
 */
export function applications(
	{ libraries, librarySuccessions }: Pick<Reference, 'libraries' | 'librarySuccessions'>,
	firstOpenings: Map<string, Day>
): Map<string, Application> {
	const in2020 = librariesPlannedIn2020(libraries, firstOpenings);
	const forms = new Map(
		libraries.flatMap((library) => {
			const openedOn = firstOpenings.get(library.slug);
			if (!openedOn) return [];
			const random = randomFor(`application:${library.slug}`);
			const application =
				library.cohort === 'kopgroep_2019'
					? kopgroepApplication(library.slug, random)
					: regularApplication(library.slug, random, openedOn, in2020.has(library.slug));
			return [[library.slug, application] as const];
		})
	);
	for (const { from, to } of librarySuccessions) {
		const form = forms.get(to);
		if (!form || forms.has(from)) continue;
		const isShared = [...forms.values()].some((other) => other.opensAs === to && other !== form);
		const random = randomFor(`application:${from}`);
		const own = isShared ? regularApplication(from, random, form.plannedStart, true) : form;
		forms.set(from, { ...own, library: from, opensAs: to, plannedStart: form.plannedStart });
	}
	return forms;
}

/** The group in the rollout that follows from the start on the application. */
export function cohortOf({ plannedStart }: Application) {
	if (plannedStart === KOPGROEP_START) return 'kopgroep_2019';
	return plannedStart < '2021-01-01' ? 'uitrol_2020' : 'uitrol_2021';
}

function librariesPlannedIn2020(
	libraries: readonly Library[],
	firstOpenings: Map<string, Day>
): Set<string> {
	const random = randomFor('starts in 2020');
	const regular = random
		.shuffle(libraries)
		.filter((library) => library.cohort !== 'kopgroep_2019' && firstOpenings.has(library.slug))
		// Those that opened in 2020 had planned it for 2020; of the others the early ones mostly.
		.sort((a, b) => (openedBy(a, '2020-12-31') ? 0 : 1) - (openedBy(b, '2020-12-31') ? 0 : 1));
	const isEast = (library: Library) => EAST.includes(library.provinceCode);
	const east = regular.filter(isEast).slice(0, STARTS_IN_2020_EAST);
	const others = regular.filter((library) => !isEast(library));
	const chosen = [...east, ...others.slice(0, STARTS_IN_2020 - STARTS_IN_2020_EAST)];
	return new Set(chosen.map(({ slug }) => slug));

	function openedBy({ slug }: Library, day: Day): boolean {
		return firstOpenings.get(slug)! <= day;
	}
}

function kopgroepApplication(library: string, random: Random): Application {
	return {
		library,
		opensAs: library,
		key: library,
		appliedOn: workdayBetween(random, '2019-02-04', '2019-03-01'),
		plannedStart: KOPGROEP_START,
		startPlannedOn: KOPGROEP_DECIDED,
		decidedOn: KOPGROEP_DECIDED,
		scheduledOn: workdayBetween(random, '2019-04-17', '2019-05-03')
	};
}

function regularApplication(
	library: string,
	random: Random,
	openedOn: Day,
	in2020: boolean
): Application {
	const early = workdayBetween(random, '2019-08-05', '2019-10-11');
	const late = workdayBetween(random, '2019-08-05', '2019-10-11');
	const appliedOn = maxDay(early, late);
	const plannedStart = KNOWN_STARTS[library] ?? startOnForm(random, openedOn, in2020);
	return {
		library,
		opensAs: library,
		key: library,
		appliedOn,
		plannedStart,
		startPlannedOn: appliedOn,
		decidedOn: workdayBetween(random, '2019-12-02', '2019-12-20'),
		scheduledOn: workdayFrom(
			maxDay(addDays(appliedOn, random.between(20, 60)), addDays(plannedStart, -34 * 7))
		)
	};
}

/** The form asks for a month or a day: the first or the fifteenth, at the latest in September 2021. */
function startOnForm(random: Random, openedOn: Day, in2020: boolean): Day {
	const [from, to]: [Day, Day] = in2020
		? ['2020-02-03', '2020-12-01']
		: ['2021-01-11', LATEST_START];
	const aimed =
		openedOn >= '2021-01-01' && in2020
			? workdayBetween(random, '2020-03-01', to)
			: addDays(openedOn, -7 * random.between(-3, openedOn < '2021-01-01' ? 18 : 34));
	const snapped = `${aimed.slice(0, 8)}${random.chance(0.65) ? '01' : '15'}`;
	return workdayFrom(minDay(maxDay(snapped, from), addDays(to, -3)));
}
