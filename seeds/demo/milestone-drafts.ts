import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';
import { offsetWeeks, type TemplateProfile } from '../reference/milestones.ts';
import { maxDay, minDay, workdayBefore, workdayFrom } from './calendar.ts';
import type { Draft, DraftSubject } from './draft.ts';
import type { PlanStep } from './plan-chain.ts';
import type { Random } from './random.ts';
import { recordingDay } from './recording.ts';

type Code = Parameters<typeof offsetWeeks>[1];

/** The work towards one opening, of which every milestone is a step. */
export interface Track {
	subject: DraftSubject;
	institute: string;
	profile: TemplateProfile;
	/** 1 for a first opening; less for a next one, which takes fewer weeks. */
	pace: number;
	chain: readonly PlanStep[];
	openedOn: Day | null;
	/** The day on which the steps got their dates. */
	scheduledOn: Day;
	/** Nothing is achieved before this day. */
	notBefore: Day;
	random: Random;
}

/** Days before the opening that a milestone is planned; negative when it comes after. */
function leadDays(track: Track, code: Code): number {
	const weeks = offsetWeeks(track.profile, 'opening') - offsetWeeks(track.profile, code);
	return Math.round(weeks * 7 * (weeks > 0 ? track.pace : 1));
}

function planOf(track: Track, code: Code, step: PlanStep, madeOn: Day): Day {
	return workdayFrom(maxDay(addDays(step.target, -leadDays(track, code)), addDays(madeOn, 7)));
}

/**
 * When a milestone before the opening was reached: little later than planned at the beginning of
 * the work and as late as the opening at the end of it, after `after` and before the opening.
 */
export function achievedDay(track: Track, code: Code, after: Day): Day {
	const first = track.chain[0]!;
	const base = planOf(track, code, first, track.scheduledOn);
	const slip = track.openedOn ? daysBetween(first.target, track.openedOn) : 0;
	const progress = offsetWeeks(track.profile, code) / offsetWeeks(track.profile, 'opening');
	const aimed = addDays(base, Math.round(slip * progress ** 2) + track.random.between(-6, 14));
	const earliest = maxDay(addDays(after, 1), track.notBefore);
	const latest = track.openedOn ? addDays(track.openedOn, -1) : null;
	const day = workdayFrom(maxDay(aimed, earliest));
	return latest && day > latest ? maxDay(workdayBefore(latest), minDay(earliest, latest)) : day;
}

/** The plans of one milestone: the first when the work was scheduled, then with each plan of the opening. */
export function planDrafts(track: Track, code: Code, achievedOn: Day | null): Draft[] {
	const current = track.chain.findLast((step) => step.madeOn <= track.scheduledOn);
	const later = track.chain.filter(
		(step) => step.madeOn > track.scheduledOn && (!achievedOn || achievedOn > step.madeOn)
	);
	const first = planned(track, code, current ?? track.chain[0]!, track.scheduledOn);
	return [first, ...later.map((step) => planned(track, code, step, step.madeOn))];
}

function planned(track: Track, code: Code, step: PlanStep, madeOn: Day): Draft {
	return {
		subject: track.subject,
		milestoneCode: code,
		kind: 'planned',
		effectiveOn: madeOn,
		targetOn: planOf(track, code, step, madeOn),
		...(madeOn === step.madeOn && step.reason ? { reasonCode: step.reason } : {}),
		recordedOn: recordingDay(track.random, track.institute, madeOn),
		author: track.institute,
		confidence: 'invented'
	};
}

/** The fact that a milestone was reached, recorded some days later. */
export function achievedDraft(track: Track, code: Code, achievedOn: Day, author?: string): Draft {
	const recorder = author ?? track.institute;
	return {
		subject: track.subject,
		milestoneCode: code,
		kind: 'achieved',
		effectiveOn: achievedOn,
		recordedOn: recordingDay(track.random, recorder, achievedOn),
		author: recorder,
		confidence: 'invented'
	};
}
