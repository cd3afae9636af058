import { addDays, type Day } from '#lib/base/day/day.ts';
import type { Application } from './applications.ts';
import { maxDay, minDay, workdayFrom } from './calendar.ts';
import type { DemoPoint } from './demo-points.ts';
import { planChain, type PlanStep } from './plan-chain.ts';
import { randomFor } from './random.ts';

const NOBB = 'nobb-noord-oost-brabantse-bibliotheken';
const LATEST_START: Day = '2021-09-30';

/** The plans for the opening of every point, by key, the first plan first. */
export function pointPlans(
	points: readonly DemoPoint[],
	applications: Map<string, Application>
): Map<string, PlanStep[]> {
	const fiveOfNobb = new Set(
		points
			.filter((point) => point.library === NOBB && !point.isFirstOfLibrary)
			.sort((a, b) => (a.openedOn! < b.openedOn! ? -1 : 1))
			.slice(0, 5)
			.map(({ key }) => key)
	);
	return new Map(
		points.map((point) => {
			const application = applications.get(point.library)!;
			const chain = fiveOfNobb.has(point.key)
				? announcedByNobb(point)
				: point.isFirstOfLibrary
					? firstOfLibrary(point, application)
					: nextOfLibrary(point, application);
			return [point.key, chain];
		})
	);
}

function firstOfLibrary(point: DemoPoint, application: Application): PlanStep[] {
	const { startPlannedOn, plannedStart } = application;
	const random = randomFor(`plan:${point.key}`);
	return planChain(random, startPlannedOn, plannedStart, point.openedOn ?? plannedStart);
}

/** In February 2020 the newspaper wrote of five more at the end of that year. */
function announcedByNobb(point: DemoPoint): PlanStep[] {
	const random = randomFor(`plan:${point.key}`);
	const target = workdayFrom(addDays('2020-12-01', random.between(0, 16)));
	return planChain(random, '2020-02-20', target, point.openedOn!);
}

/** A next point: a few were on the application, most were planned some months before they opened. */
function nextOfLibrary(point: DemoPoint, application: Application): PlanStep[] {
	const random = randomFor(`plan:${point.key}`);
	const openedOn = point.openedOn!;
	const isKopgroep = application.plannedStart === '2019-07-01';
	if (!isKopgroep && openedOn < '2022-01-01' && random.chance(0.25)) {
		const weeks = random.between(4, 40);
		const wished = addDays(application.plannedStart, weeks * 7);
		const target = workdayFrom(addDays(minDay(wished, LATEST_START), -random.between(0, 3)));
		const start = maxDay(target, addDays(application.appliedOn, 60));
		if (start <= addDays(openedOn, 60)) {
			return planChain(random, application.appliedOn, start, openedOn);
		}
	}
	const ahead = openedOn < '2020-01-01' ? random.between(9, 15) : random.between(16, 46);
	const earliest = addDays(application.startPlannedOn, 21);
	const madeOn = workdayFrom(maxDay(addDays(openedOn, -ahead * 7), earliest));
	const slip = random.chance(0.35) ? random.between(-4, 5) : random.between(14, 150);
	// Never planned before the start on the application, which is the first plan of the library.
	const notBefore = maxDay(addDays(madeOn, 35), addDays(application.plannedStart, 14));
	const target = workdayFrom(maxDay(addDays(openedOn, -slip), notBefore));
	return planChain(random, madeOn, target, openedOn);
}
