import { closedText } from '#lib/ledger/change/sentence.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import { LOCATION_TYPES, SERVICE_VARIANTS } from '#lib/network/information-point/kinds.ts';
import { locationTypeLabel, serviceVariantLabel } from '#lib/network/information-point/labels.ts';
import { OPERATION } from '#lib/ledger/milestone/milestone.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { isPlanWithdrawn } from '#lib/ledger/milestone/lateness.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PlainAct } from './rules.ts';
import type { Warning } from './warnings.ts';
import type { WorkRow } from './work-row.ts';
import type { WorkSubject } from './work-subject.ts';

const ACT_LABELS: Record<PlainAct, () => string> = {
	achieve: m.update_act_achieve,
	plan: m.update_act_plan,
	forecast: m.update_act_forecast,
	hold: m.update_act_hold,
	resume: m.update_act_resume,
	not_applicable: m.update_act_not_applicable,
	withdraw_plan: m.update_act_withdraw_plan,
	withdraw_forecast: m.update_act_withdraw_forecast,
	temporarily_close: m.update_act_temporarily_close,
	reopen: m.update_act_reopen,
	go_online: m.update_act_go_online,
	close: m.update_act_close
};

/** How far the sheet is, and of what: a library's own milestones without those of its locations. */
export function progressText(
	{ level }: Pick<WorkSubject, 'level'>,
	{ done, applicable: of }: { done: number; applicable: number }
): string {
	return level === 'library'
		? m.update_progress_library({ done, of })
		: m.update_progress_point({ done, of });
}

/** What an act is called on its button; planning again is replanning. */
export function actLabel(act: PlainAct, row?: Pick<WorkRow, 'firstPlanOn' | 'status'>): string {
	if (act === 'plan' && row?.firstPlanOn) return m.update_act_replan();
	if (act === 'resume' && row?.status?.kind === 'not_applicable') return m.update_act_apply();
	return ACT_LABELS[act]();
}

/** The heading of a row or form: the milestone, or what a location does. */
export function rowLabel(milestoneCode: string): string {
	return milestoneCode === OPERATION
		? m.status_milestone_operation()
		: milestoneLabel(milestoneCode);
}

/** How a row stands, in words. */
export function rowStatusText(row: WorkRow, locale: string): string {
	const { status } = row;
	// What was on hold there does not wait for anything any more.
	if (row.closedForGood && isUnfinished(row)) return m.update_status_ended();
	if (!status) return unsaidText(row, locale);
	const precise = status.datePrecision === 'day';
	const on = formatPreciseDay(status.effectiveOn, status.datePrecision, locale);
	switch (status.kind) {
		case 'achieved':
			if (status.openingForm === 'kleinschalig') {
				return precise ? m.update_said_opened_small({ on }) : m.update_said_opened_small_in({ on });
			}
			return precise ? m.update_said_achieved({ on }) : m.update_said_achieved_in({ on });
		case 'on_hold':
			return m.update_said_on_hold({ on });
		case 'not_applicable':
			return m.update_said_not_applicable({ on });
		case 'online_only':
			return m.update_said_online_only({ on });
		case 'temporarily_closed':
			return closedText(status, locale === 'en' ? 'en' : 'nl');
		case 'permanently_closed':
			return m.update_said_permanently_closed({ on });
		default:
			return m.update_said_reopened({ on });
	}
}

const isUnfinished = ({ milestoneCode, status }: WorkRow) =>
	milestoneCode !== OPERATION && (status === null || status.kind === 'on_hold');

/** Where nothing was said of the status, what is planned tells. */
function unsaidText(row: WorkRow, locale: string): string {
	if (row.milestoneCode === OPERATION) {
		return row.opened ? m.update_status_open() : m.update_status_not_open();
	}
	if (row.expectedLater && row.forecastOn)
		return m.update_status_expected_later({ on: formatDay(row.forecastOn, locale) });
	if (row.overdue) return overdueText(row.lookedAtOn, locale);
	if (row.planOn) return m.update_status_planned();
	return row.firstPlanOn ? m.update_status_withdrawn() : m.update_status_nothing();
}

function overdueText(lookedAtOn: Day | null, locale: string): string {
	if (lookedAtOn === null) return m.update_status_overdue();
	return m.update_status_overdue_looked_at({ on: formatDay(lookedAtOn, locale) });
}

/** A warning as a sentence. */
export function warningText(warning: Warning): string {
	switch (warning.code) {
		case 'done_before':
			return m.update_warning_done_before({ milestone: milestoneLabel(warning.milestoneCode) });
		case 'planned_before':
			return m.update_warning_planned_before({
				milestone: milestoneLabel(warning.milestoneCode)
			});
		case 'after_last_start':
			return m.update_warning_after_last_start();
		case 'plan_after_achieved':
			return m.update_warning_plan_after_achieved();
		case 'plan_in_past':
			return m.update_warning_plan_in_past();
	}
}

/** A day, or a dash where there is none. */
export function dayOrDash(day: string | null, locale: string): string {
	return day === null ? '–' : formatDay(day, locale);
}

/** Days of slip in words; a dash without a plan. Only what is reached can be as planned. */
export function slipLabel({
	slipDays: days,
	status,
	...plan
}: Pick<WorkRow, 'slipDays' | 'status' | 'firstPlanOn' | 'planOn'>): string {
	if (isPlanWithdrawn({ ...plan, status: status?.kind ?? null })) return m.dossier_withdrawn();
	if (days === null) return '–';
	if (days === 0) {
		return status?.kind === 'achieved' ? m.update_slip_none() : m.dossier_not_moved();
	}
	return days > 0 ? m.update_slip_later({ days }) : m.update_slip_earlier({ days: -days });
}

/** The kinds of location as options of a form. */
export function locationTypeOptions(): { value: string; label: string }[] {
	return LOCATION_TYPES.map((value) => ({ value, label: locationTypeLabel(value) }));
}

/** The variants of the service as options of a form. */
export function variantOptions(): { value: string; label: string }[] {
	return SERVICE_VARIANTS.map((value) => ({ value, label: serviceVariantLabel(value) }));
}
