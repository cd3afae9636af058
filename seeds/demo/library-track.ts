import { addDays, type Day } from '#lib/base/day/day.ts';
import { STORY_END, workdayBetween, workdayFrom } from './calendar.ts';
import type { Application } from './applications.ts';
import type { Draft } from './draft.ts';
import { achievedDay, achievedDraft, planDrafts, type Track } from './milestone-drafts.ts';

/** In this order, so that each can come after those it depends on. */
const BEFORE_OPENING = [
	'projectplan',
	'netwerk',
	'elearning',
	'werkafspraken',
	'training'
] as const;
const WEEKS_TO_EMBEDDING = 26;

/** Everything recorded about a library itself on its way to its first opening, and after it. */
export function libraryDrafts(track: Track, application: Application): Draft[] {
	return [
		...applicationDrafts(track, application),
		...preparationDrafts(track, application),
		...embeddingDrafts(track),
		...accountabilityDrafts(track)
	];
}

function applicationDrafts(track: Track, application: Application): Draft[] {
	const { appliedOn, decidedOn } = application;
	const coursesOn = workdayFrom(addDays(decidedOn, track.random.between(10, 70)));
	const expected = workdayFrom(addDays(appliedOn, track.profile === 'kopgroep' ? 42 : 56));
	const plan = (milestoneCode: string, madeOn: Day, targetOn: Day, author: string): Draft => ({
		subject: track.subject,
		milestoneCode,
		kind: 'planned',
		effectiveOn: madeOn,
		targetOn,
		recordedOn: workdayFrom(addDays(madeOn, track.random.between(0, 6))),
		author,
		confidence: 'invented'
	});
	return [
		achievedDraft(track, 'aanvraag', appliedOn, 'kb'),
		plan('beschikking', appliedOn, expected, 'kb'),
		achievedDraft(track, 'beschikking', decidedOn, 'kb'),
		plan('cursusaanbod', application.scheduledOn, coursesOn, track.institute),
		achievedDraft(track, 'cursusaanbod', coursesOn)
	];
}

function preparationDrafts(track: Track, { decidedOn }: Application): Draft[] {
	let after = decidedOn;
	return BEFORE_OPENING.flatMap((code) => {
		const achievedOn = achievedDay(track, code, code === 'elearning' ? decidedOn : after);
		if (achievedOn > after) after = achievedOn;
		return [...planDrafts(track, code, achievedOn), achievedDraft(track, code, achievedOn)];
	});
}

/** Planned half a year after the opening, once more when the opening moved; often late. */
function embeddingDrafts(track: Track): Draft[] {
	const { openedOn, random } = track;
	const plans = planDrafts(track, 'borging', openedOn).slice(0, 1);
	if (!openedOn) return plans;
	const target = workdayFrom(addDays(openedOn, WEEKS_TO_EMBEDDING * 7));
	const madeOn = workdayFrom(addDays(openedOn, random.between(3, 25)));
	const replan: Draft = {
		...plans[0]!,
		effectiveOn: madeOn,
		targetOn: target,
		reasonCode: 'anders',
		recordedOn: workdayFrom(addDays(madeOn, random.between(0, 12)))
	};
	const achievedOn = workdayFrom(addDays(target, random.between(-14, 120)));
	return [
		...plans,
		...(plans[0]?.targetOn === target ? [] : [replan]),
		...(random.chance(0.8) ? [achievedDraft(track, 'borging', achievedOn)] : [])
	];
}

/** The yearly questionnaire, in spring, over each year with the subsidy. */
function accountabilityDrafts(track: Track): Draft[] {
	return [2020, 2021, 2022].flatMap((year) => {
		const day = workdayBetween(track.random, `${year}-02-10`, `${year}-04-30`);
		return day > STORY_END ? [] : [achievedDraft(track, 'verantwoording', day)];
	});
}
