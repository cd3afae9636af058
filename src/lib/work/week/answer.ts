import type { PlainAct } from '#lib/work/update/rules.ts';
import type { TaskKind, WorkTask } from '#lib/work/update/work-list.ts';
import { isMilestoneCode } from '#lib/ledger/milestone/milestone.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import type { LineSubject } from '#lib/work/update/line-key.ts';

/**
 * What can be answered in a line of the list, in the order of the line; `confirm` is "still right",
 * `reply` an answer in words.
 */
export const ANSWERS = ['achieve', 'reopen', 'plan', 'confirm', 'not_applicable', 'reply'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What is recorded for an answer; "still right" and words are no act on a milestone. */
export type AnsweringAct = Extract<Answer, PlainAct>;

const LATE: readonly Answer[] = ['achieve', 'plan', 'confirm', 'not_applicable'];
const SOON: readonly Answer[] = ['achieve', 'plan', 'not_applicable'];

/**
 * The answers to each kind of task. What contradicts itself has none: it is put right in the form of the
 * entry, which the line leads to. What is due soon cannot be "still right", because nobody asked.
 */
const ANSWERS_TO: Record<Exclude<TaskKind, 'asked'>, readonly Answer[]> = {
	...{ overdue: LATE, long_past: LATE, withdrawn: LATE },
	...{ due: SOON, expected: SOON },
	closed_too_long: ['reopen'],
	...{ plan_after_achieved: [], no_reason: [], closed_unopened: [] }
};

/** The part of a task that decides its answers. */
type AskedTask = Pick<WorkTask, 'kind' | 'milestoneCode' | 'open'> & {
	inquiries: readonly unknown[];
};

/**
 * The answers that a line offers; `mayNotApply` is what the template says of its milestone. What
 * somebody asks about may be "still right", and can be answered in words.
 */
export function answersTo(task: AskedTask, mayNotApply: boolean): Answer[] {
	const own = new Set<Answer>(task.kind === 'asked' ? answersToAsked(task) : ANSWERS_TO[task.kind]);
	if (task.inquiries.length > 0) own.add('confirm').add('reply');
	if (!mayNotApply) own.delete('not_applicable');
	return ANSWERS.filter((answer) => own.has(answer));
}

/** What was reached, what a location does, and a whole record are changed on their sheet. */
function answersToAsked({ milestoneCode, open }: AskedTask): readonly Answer[] {
	return open && isMilestoneCode(milestoneCode) ? SOON : [];
}

/** The line of a task of this library. */
export function lineOfTask(libraryId: number, { milestoneCode, point }: WorkTask): LineSubject {
	return { ...(point ? pointOf(point.id) : libraryOf(libraryId)), milestoneCode };
}
