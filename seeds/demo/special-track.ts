import type { Draft } from './draft.ts';
import type { Track } from './milestone-drafts.ts';
import { pointDrafts } from './point-track.ts';
import { recordingDay } from './recording.ts';
import type { SpecialPoint } from './special-points.ts';

/** As {@link pointDrafts}; where the plan was given up, every open plan is withdrawn on that day. */
export function specialDrafts(track: Track, special: SpecialPoint, needsNoDesk: boolean): Draft[] {
	const drafts = pointDrafts(track, special.point, needsNoDesk);
	const { withdrawnOn } = special;
	if (!withdrawnOn) return drafts;
	const before = drafts.filter(({ effectiveOn }) => effectiveOn < withdrawnOn);
	const done = new Set(
		before.filter(({ kind }) => kind !== 'planned').map(({ milestoneCode }) => milestoneCode)
	);
	const open = new Set(
		before.map(({ milestoneCode }) => milestoneCode).filter((c) => !done.has(c))
	);
	const recordedOn = recordingDay(track.random, track.institute, withdrawnOn);
	return [
		...before,
		...[...open].map((milestoneCode): Draft => ({
			subject: track.subject,
			milestoneCode,
			kind: 'plan_withdrawn',
			effectiveOn: withdrawnOn,
			reasonCode: 'bezetting',
			recordedOn,
			author: track.institute,
			confidence: 'invented'
		}))
	];
}
