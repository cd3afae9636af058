import { demoAuthorId } from '#lib/access/account/demo-author.ts';
import type { Day } from '#lib/base/day/day.ts';
import { SUPPORT_INSTITUTES } from '../reference/support-institutes.ts';
import { STORY_END } from './calendar.ts';
import type { Draft } from './draft.ts';
import { subjectKey, type StoryEvent } from './story.ts';

/** Recording takes place from nine or ten to five in Amsterdam, so the day is the same in UTC. */
const FIRST_SECOND = 8 * 3600;
const SECONDS_OPEN = 7 * 3600;

const INSTITUTE_NAMES = new Map(SUPPORT_INSTITUTES.map(({ slug, name }) => [slug, name]));

/**
 * Gives the drafts their moments of recording and, in that order, their ids from 1. What one author
 * records of one subject on one day is recorded at one moment. Drafts after the story are left out.
 */
export function numberEvents(drafts: readonly Draft[]): StoryEvent[] {
	const inTime = drafts.filter((draft) => draft.recordedOn <= STORY_END);
	const days = Map.groupBy(inTime, (draft) => draft.recordedOn);
	const ids = new Map<Draft, number>();
	return [...days.keys()].sort().flatMap((day) => {
		const acts = [...Map.groupBy(days.get(day)!, actKey).entries()].sort(([a], [b]) =>
			a < b ? -1 : 1
		);
		const step = Math.min(900, Math.floor(SECONDS_OPEN / acts.length));
		return acts.flatMap(([, act], index) => {
			const recordedAt = momentOf(day, FIRST_SECOND + index * step);
			return act.map((draft) => {
				ids.set(draft, ids.size + 1);
				return toEvent(draft, ids, recordedAt);
			});
		});
	});
}

function actKey(draft: Draft): string {
	return `${draft.author} ${subjectKey(draft.subject)}`;
}

function momentOf(day: Day, second: number): string {
	const time = new Date(second * 1000).toISOString().slice(11, 19);
	return `${day}T${time}.000000Z`;
}

function toEvent(draft: Draft, ids: Map<Draft, number>, recordedAt: string): StoryEvent {
	const { corrects, author, targetOn, ...rest } = draft;
	return {
		...rest,
		id: ids.get(draft)!,
		targetOn: targetOn ?? null,
		recordedAt,
		correctsEventId: corrects ? ids.get(corrects)! : null,
		...authorOf(author)
	};
}

/** Who recorded it: the adviser of a support institute, or the programme manager of the KB. */
export function authorOf(author: string): { recordedBy: string; recordedFor: string } {
	return {
		recordedBy: demoAuthorId(author),
		recordedFor: author === 'kb' ? 'KB' : INSTITUTE_NAMES.get(author)!
	};
}
