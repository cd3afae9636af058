import { formatDay } from '#lib/day/day.ts';
import { formatNumber } from '#lib/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { rowLabel } from './labels.ts';
import type { TaskKind, WorkLibrary, WorkTask, WorkView } from './work-list.ts';

const VIEW_LABELS: Record<WorkView, () => string> = {
	attention: m.update_worklist_view_attention,
	overdue: m.update_worklist_view_overdue,
	due: m.update_worklist_view_due,
	silent: m.update_worklist_view_silent,
	contradictory: m.update_worklist_view_contradictory,
	all: m.update_worklist_view_all
};

export function viewLabel(view: WorkView): string {
	return VIEW_LABELS[view]();
}

const TASK_TEXTS: Record<TaskKind, (inputs: { what: string; on: string }) => string> = {
	overdue: m.update_worklist_task_overdue,
	closed_too_long: m.update_worklist_task_closed_too_long,
	expected: m.update_worklist_task_expected,
	due: m.update_worklist_task_due,
	plan_after_achieved: m.update_worklist_task_plan_after_achieved,
	no_reason: m.update_worklist_task_no_reason,
	closed_unopened: m.update_worklist_task_closed_unopened
};

/** A task as a line: the milestone, its location when it has one, and the day. */
export function taskText({ kind, milestoneCode, onDay, point }: WorkTask, locale: string): string {
	const name = rowLabel(milestoneCode);
	const what = point ? m.update_worklist_task_at({ what: name, location: point.name }) : name;
	return TASK_TEXTS[kind]({ what, on: formatDay(onDay, locale) });
}

/** The heading that tasks of this kind stand under. */
export function taskGroup(kind: TaskKind): 'overdue' | 'due' | 'contradictory' {
	if (kind === 'overdue' || kind === 'closed_too_long') return 'overdue';
	return kind === 'due' || kind === 'expected' ? 'due' : 'contradictory';
}

/** What a group of tasks is called. */
export function groupLabel(group: ReturnType<typeof taskGroup>): string {
	if (group === 'overdue') return m.update_worklist_group_overdue();
	return group === 'due' ? m.update_worklist_group_due() : m.update_worklist_group_contradictory();
}

/** What a library weighs on the list: its inhabitants, and how long something is overdue. */
export function weightText({
	inhabitants,
	daysOverdue
}: Pick<WorkLibrary, 'inhabitants' | 'daysOverdue'>): string {
	const number = formatNumber(inhabitants);
	if (daysOverdue === 0) return m.update_worklist_inhabitants({ number });
	return m.update_worklist_weight({ number, count: daysOverdue });
}
