import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';
import { isClosedByLockdown, isInCoronaTime, maxDay, workdayFrom } from './calendar.ts';
import type { Random } from './random.ts';
import { reasonOn } from './reasons.ts';

/** One plan for an opening: made on a day, aiming at a day; later ones have a reason. */
export interface PlanStep {
	madeOn: Day;
	target: Day;
	reason: string | null;
	/** Paused from this day until the step was made. */
	heldFrom: Day | null;
	/** An expectation of the adviser shortly before this step was made. */
	forecast: { madeOn: Day; target: Day } | null;
}

const MOST_STEPS = 5;
/** A plan this close to the opening is not moved any more. */
const CLOSE_DAYS = 12;
const LEAST_DAYS_BETWEEN_STEPS = 21;

/** The plans of a point, the first plan first, until it opens on `openedOn`. */
export function planChain(
	random: Random,
	madeOn: Day,
	firstTarget: Day,
	openedOn: Day
): PlanStep[] {
	const steps: PlanStep[] = [
		{ madeOn, target: firstTarget, reason: null, heldFrom: null, forecast: null }
	];
	while (steps.length < MOST_STEPS) {
		const last = steps.at(-1)!;
		if (last.target >= addDays(openedOn, -CLOSE_DAYS)) break;
		const next = nextStep(random, last, openedOn);
		if (!next) break;
		steps.push(next);
	}
	return steps;
}

function nextStep(random: Random, last: PlanStep, openedOn: Day): PlanStep | null {
	const noticedAfter = random.chance(lateShare(last.target))
		? random.between(5, 80)
		: random.between(-45, 3);
	const earliest = addDays(last.madeOn, LEAST_DAYS_BETWEEN_STEPS);
	const madeOn = workdayFrom(maxDay(addDays(last.target, noticedAfter), earliest));
	if (madeOn >= addDays(openedOn, -7)) return null;

	const reason = reasonOn(random, madeOn);
	const left = daysBetween(last.target, openedOn);
	const reachesOpening = left < 60 || random.chance(0.45);
	const guess = reachesOpening
		? addDays(openedOn, random.between(-6, 9))
		: addDays(last.target, Math.round(left * (0.3 + random.next() * 0.4)));
	const target = workdayFrom(maxDay(guess, addDays(madeOn, 14)));
	return {
		madeOn,
		target,
		reason,
		heldFrom: holdBefore(random, last, madeOn),
		forecast: forecastBefore(random, last, madeOn, target)
	};
}

/** How often a plan is moved only after it has passed; most in the winter before the demo's today. */
function lateShare(target: Day): number {
	return target >= '2021-11-15' && target <= '2022-01-31' ? 0.75 : 0.35;
}

/** Some plans are paused before they are made again; more of them while libraries are closed. */
function holdBefore(random: Random, last: PlanStep, madeOn: Day): Day | null {
	const share = isClosedByLockdown(madeOn) || isInCoronaTime(madeOn) ? 0.22 : 0.3;
	const from = workdayFrom(addDays(madeOn, -random.between(20, 110)));
	return random.chance(share) && from > addDays(last.madeOn, 14) ? from : null;
}

function forecastBefore(
	random: Random,
	last: PlanStep,
	madeOn: Day,
	target: Day
): PlanStep['forecast'] {
	const day = workdayFrom(addDays(madeOn, -random.between(8, 40)));
	if (!random.chance(0.35) || day <= addDays(last.madeOn, 7)) return null;
	return {
		madeOn: day,
		target: workdayFrom(maxDay(addDays(target, random.between(-12, 12)), day))
	};
}
