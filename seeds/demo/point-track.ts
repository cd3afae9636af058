import { addDays, type Day } from '#lib/base/day/day.ts';
import { isClosedByLockdown, maxDay, minDay, STORY_END, workdayFrom } from './calendar.ts';
import type { DemoPoint } from './demo-points.ts';
import type { Draft } from './draft.ts';
import { achievedDay, achievedDraft, planDrafts, type Track } from './milestone-drafts.ts';
import { noteFor } from './reasons.ts';
import { openingRecordedOn, recordingDay } from './recording.ts';

const BEFORE_OPENING = ['variant', 'inrichting', 'gids', 'communicatie'] as const;
/** Work that was done, but that nobody recorded. */
const FORGOTTEN_SHARE = 0.025;

/** Everything recorded about a point on its way to its opening, and its registration after it. */
export function pointDrafts(track: Track, point: DemoPoint, needsNoDesk: boolean): Draft[] {
	const opening = openingDrafts(track, point);
	return [...preparationDrafts(track, needsNoDesk), ...opening, ...registrationDrafts(track)];
}

function preparationDrafts(track: Track, needsNoDesk: boolean): Draft[] {
	let after = track.notBefore;
	return BEFORE_OPENING.flatMap((code) => {
		const achievedOn = achievedDay(track, code, after);
		if (code === 'variant' || code === 'inrichting') after = achievedOn;
		const plans = planDrafts(track, code, achievedOn);
		const achieved = achievedDraft(track, code, achievedOn);
		if (code === 'inrichting' && needsNoDesk) {
			return [...plans, { ...achieved, kind: 'not_applicable' as const }];
		}
		return track.random.chance(FORGOTTEN_SHARE) ? plans : [...plans, achieved];
	});
}

function openingDrafts(track: Track, point: DemoPoint): Draft[] {
	const { random, institute, subject } = track;
	const recordedOn = point.openedOn
		? (point.publishedOn ?? openingRecordedOn(random, institute, point.openedOn))
		: STORY_END;
	let previous: Day = '';
	const draft = (kind: Draft['kind'], effectiveOn: Day, more: Partial<Draft> = {}): Draft => {
		const usual = recordingDay(random, institute, effectiveOn);
		previous = minDay(maxDay(usual, previous), recordedOn);
		return {
			subject,
			milestoneCode: 'opening',
			kind,
			effectiveOn,
			recordedOn: previous,
			author: institute,
			confidence: 'invented',
			...more
		};
	};
	const plans = track.chain.flatMap((step): Draft[] => {
		const reason = step.reason ? { reasonCode: step.reason } : {};
		const note = step.reason ? noteFor(random, step.reason) : undefined;
		const before: Draft[] = [];
		if (step.forecast && (!step.heldFrom || step.forecast.madeOn < step.heldFrom)) {
			const { madeOn, target } = step.forecast;
			before.push(draft('forecast', madeOn, { targetOn: target, ...reason }));
		}
		if (step.heldFrom) {
			before.push(draft('on_hold', step.heldFrom, reason), draft('resumed', step.madeOn));
		}
		return [
			...before,
			draft('planned', step.madeOn, { targetOn: step.target, ...reason, ...note })
		];
	});
	return point.openedOn ? [...plans, openedDraft(track, point, point.openedOn, recordedOn)] : plans;
}

function openedDraft(track: Track, point: DemoPoint, openedOn: Day, recordedOn: Day): Draft {
	return {
		subject: track.subject,
		milestoneCode: 'opening',
		kind: 'achieved',
		effectiveOn: openedOn,
		openingForm: isClosedByLockdown(openedOn) ? 'kleinschalig' : 'volledig',
		datePrecision: point.precision,
		recordedOn,
		author: track.institute,
		...(point.source ? { source: point.source } : {}),
		confidence: point.confidence
	};
}

/** Registration of visitors starts with or soon after the opening; a few points never begin. */
function registrationDrafts(track: Track): Draft[] {
	const plans = planDrafts(track, 'registratie', track.openedOn);
	if (!track.openedOn || track.random.chance(0.06)) return plans;
	const startedOn = workdayFrom(addDays(track.openedOn, track.random.between(0, 40)));
	return [...plans, achievedDraft(track, 'registratie', startedOn)];
}
