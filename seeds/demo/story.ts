import type { Day } from '#lib/base/day/day.ts';
import type { LedgerEvent } from '#lib/ledger/event/event.ts';
import type { Draft, DraftSubject } from './draft.ts';
import type { Location } from './locations.ts';
import type { PointPeriod } from './periods.ts';

/** An information point of the story; `invented` is false when a source names it. */
export interface StoryPoint extends Location {
	id: number;
	key: string;
	town: string;
	invented: boolean;
	template: 'kopgroep' | 'regulier';
	source: string;
	confidence: string;
	periods: PointPeriod[];
}

export type StoryEvent = Omit<Draft, 'corrects' | 'author' | 'targetOn'> &
	LedgerEvent & { recordedBy: string; recordedFor: string };

/** The rollout to the end of 2022, in the order in which it was recorded. */
export interface Story {
	points: StoryPoint[];
	events: StoryEvent[];
	/** The cohort that each library's application puts it in, by slug. */
	cohorts: Map<string, 'kopgroep_2019' | 'uitrol_2020' | 'uitrol_2021'>;
}

/**
 * The story as it was recorded by the end of `demoToday`: later recordings, and points and cohorts
 * that nobody had recorded yet, are not in it. Ids stay the same whatever the day.
 */
export function storyUntil(story: Story, demoToday: Day): Story {
	const events = story.events.filter((event) => event.recordedOn <= demoToday);
	const recorded = new Set(events.map((event) => subjectKey(event.subject)));
	return {
		events,
		points: story.points.filter((point) => recorded.has(subjectKey({ point: point.key }))),
		cohorts: new Map(
			[...story.cohorts].filter(([slug]) => recorded.has(subjectKey({ library: slug })))
		)
	};
}

/** One text per subject, for use in maps and sets. */
export function subjectKey(subject: DraftSubject): string {
	return 'point' in subject ? `point:${subject.point}` : `library:${subject.library}`;
}
