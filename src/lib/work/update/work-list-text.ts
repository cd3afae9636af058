import { formatDay } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { rowLabel } from './labels.ts';
import type { TaskKind, WorkLibrary, WorkTask, WorkView } from './work-list.ts';

const VIEW_LABELS: Record<WorkView, () => string> = {
	attention: m.update_worklist_view_attention,
	asked: m.inquiry_asked,
	overdue: m.update_worklist_view_overdue,
	due: m.update_worklist_view_due,
	withdrawn: m.update_worklist_view_withdrawn,
	silent: m.update_worklist_view_silent,
	contradictory: m.update_worklist_view_contradictory,
	all: m.update_worklist_view_all
};

export function viewLabel(view: WorkView): string {
	return VIEW_LABELS[view]();
}

const TASK_TEXTS: Record<TaskKind, (inputs: { what: string; on: string }) => string> = {
	asked: m.inquiry_task,
	long_past: m.update_worklist_task_long_past,
	overdue: m.update_worklist_task_overdue,
	closed_too_long: m.update_worklist_task_closed_too_long,
	expected: m.update_worklist_task_expected,
	due: m.update_worklist_task_due,
	plan_after_achieved: m.update_worklist_task_plan_after_achieved,
	no_reason: m.update_worklist_task_no_reason,
	closed_unopened: m.update_worklist_task_closed_unopened,
	withdrawn: m.update_worklist_task_withdrawn
};

/** What a line is about: a milestone, or a library or location as a whole. */
export const aboutLabel = (milestoneCode: string): string =>
	milestoneCode === RECORD ? m.inquiry_whole() : rowLabel(milestoneCode);

/** A task as a line: the milestone, its location when it has one, the day, and why a plan fell away. */
export function taskText(task: WorkTask, locale: string): string {
	const { kind, milestoneCode, onDay, point, reason } = task;
	const name = aboutLabel(milestoneCode);
	const what = point ? m.update_worklist_task_at({ what: name, location: point.name }) : name;
	const text = TASK_TEXTS[kind]({ what, on: formatDay(onDay, locale) });
	if (kind !== 'withdrawn' && kind !== 'long_past') return text;
	if (reason === null) return m.update_worklist_reason_none({ text });
	return m.update_worklist_reason({ text, reason });
}

/** The headings of a library on the list, in their order. */
export const TASK_GROUPS = ['asked', 'overdue', 'contradictory', 'withdrawn', 'due'] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

const GROUP_LABELS: Record<TaskGroup, () => string> = {
	asked: m.inquiry_asked,
	overdue: m.update_worklist_group_overdue,
	contradictory: m.update_worklist_group_contradictory,
	withdrawn: m.update_worklist_view_withdrawn,
	due: m.update_worklist_group_due
};

/** The heading that tasks of this kind stand under. */
export function taskGroup(kind: TaskKind): TaskGroup {
	if (kind === 'overdue' || kind === 'long_past' || kind === 'closed_too_long') return 'overdue';
	if (kind === 'withdrawn' || kind === 'asked') return kind;
	return kind === 'due' || kind === 'expected' ? 'due' : 'contradictory';
}

/** What a group of tasks is called. */
export const groupLabel = (group: TaskGroup): string => GROUP_LABELS[group]();

/** What a library weighs on the list: its inhabitants, and how long something is overdue. */
export function weightText({
	inhabitants,
	daysOverdue
}: Pick<WorkLibrary, 'inhabitants' | 'daysOverdue'>): string {
	const number = formatNumber(inhabitants);
	if (daysOverdue === 0) return m.update_worklist_inhabitants({ number });
	return m.update_worklist_weight({ number, count: daysOverdue });
}
