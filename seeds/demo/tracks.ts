import { addDays } from '#lib/base/day/day.ts';
import type { Reference } from '../reference/reference.ts';
import type { Application } from './applications.ts';
import { maxDay, workdayFrom } from './calendar.ts';
import type { DemoPoint } from './demo-points.ts';
import type { Track } from './milestone-drafts.ts';
import type { PlanStep } from './plan-chain.ts';
import { randomFor } from './random.ts';

type Library = Reference['libraries'][number];

/** A next point of a library takes this part of the weeks of a first. */
const PACE_OF_NEXT = 0.6;
/** A plan made long ahead gets its steps this many days before the opening. */
const SCHEDULE_AHEAD_DAYS = 30 * 7;

/** The work of a library towards its first opening. */
export function libraryTrack(
	library: Library,
	application: Application,
	chain: readonly PlanStep[],
	first: DemoPoint
): Track {
	return {
		subject: { library: library.slug },
		institute: library.supportInstitute,
		profile: library.template,
		pace: 1,
		chain,
		openedOn: first.openedOn,
		scheduledOn: application.scheduledOn,
		notBefore: application.decidedOn,
		random: randomFor(`library track:${application.key}`)
	};
}

/** The work towards the opening of one point. */
export function pointTrack(
	point: DemoPoint,
	library: Library,
	application: Application,
	chain: readonly PlanStep[]
): Track {
	const random = randomFor(`point track:${point.key}`);
	const first = chain[0]!;
	const soon = addDays(first.madeOn, random.between(3, 25));
	return {
		subject: { point: point.key },
		institute: library.supportInstitute,
		profile: library.template,
		pace: point.isFirstOfLibrary ? 1 : PACE_OF_NEXT,
		chain,
		openedOn: point.openedOn,
		scheduledOn: point.isFirstOfLibrary
			? application.scheduledOn
			: workdayFrom(maxDay(soon, addDays(first.target, -SCHEDULE_AHEAD_DAYS))),
		notBefore: maxDay(application.decidedOn, first.madeOn),
		random
	};
}
