import type { PlainAct } from '#lib/work/update/rules.ts';
import type { TaskKind, WorkTask } from '#lib/work/update/work-list.ts';
import { readId } from '#lib/base/form/read-id.ts';
import {
	libraryOf,
	pointOf,
	type Subject,
	type SubjectLevel
} from '#lib/ledger/subject/subject.ts';

/** What can be answered in a line of the list, in the order of the line; `confirm` is "still right". */
export const ANSWERS = ['achieve', 'reopen', 'plan', 'confirm', 'not_applicable'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What is recorded for an answer; "still right" is no act on a milestone. */
export type AnsweringAct = Extract<Answer, PlainAct>;

const LATE: readonly Answer[] = ['achieve', 'plan', 'confirm', 'not_applicable'];
const SOON: readonly Answer[] = ['achieve', 'plan', 'not_applicable'];

/**
 * The answers to each kind of task. What contradicts itself has none: it is put right in the form of the
 * entry, which the line leads to. What is due soon cannot be "still right", because nobody asked.
 */
const ANSWERS_TO: Record<TaskKind, readonly Answer[]> = {
	...{ overdue: LATE, long_past: LATE, withdrawn: LATE },
	...{ due: SOON, expected: SOON },
	closed_too_long: ['reopen'],
	...{ plan_after_achieved: [], no_reason: [], closed_unopened: [] }
};

/** The answers that a line offers; `mayNotApply` is what the template says of its milestone. */
export function answersTo(kind: TaskKind, mayNotApply: boolean): Answer[] {
	return ANSWERS_TO[kind].filter((answer) => answer !== 'not_applicable' || mayNotApply);
}

/** The milestone of a library or location that a line is about. */
export interface LineSubject extends Subject {
	milestoneCode: string;
}

const LETTERS: Record<SubjectLevel, string> = { library: 'b', information_point: 'p' };

/** The name of a line, behind those of its fields: `b12-training`, `p34-opening`. */
export function lineKey({ level, id, milestoneCode }: LineSubject): string {
	return `${LETTERS[level]}${id}-${milestoneCode}`;
}

/** The line of a task of this library. */
export function lineOfTask(libraryId: number, { milestoneCode, point }: WorkTask): LineSubject {
	return { ...(point ? pointOf(point.id) : libraryOf(libraryId)), milestoneCode };
}

/** What a name of a line is about; null for a text that is no such name. */
export function readLineKey(key: string): LineSubject | null {
	const parts = /^([bp])(\d+)-([a-z_]{1,40})$/.exec(key);
	const id = readId(parts?.[2] ?? '');
	if (!parts || id === null) return null;
	const level = parts[1] === 'b' ? 'library' : 'information_point';
	return { level, id, milestoneCode: parts[3]! };
}
