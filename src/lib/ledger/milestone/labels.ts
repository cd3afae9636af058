import { daysBetween, formatDay, type Day, formatShortDay } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isPlanPassed, isPlanWithdrawn } from './lateness.ts';
import type { MilestoneLine, PlanMove } from './line.ts';
import type { DutyCode, MilestoneCode } from './milestone.ts';
import { reasonLabel, type ReasonLabels } from './reason.ts';

type Text = (inputs?: object, options?: { locale?: 'nl' | 'en' }) => string;

const NAMES: Record<MilestoneCode | DutyCode, Text> = {
	aanvraag: m.status_milestone_aanvraag,
	beschikking: m.status_milestone_beschikking,
	projectplan: m.status_milestone_projectplan,
	variant: m.status_milestone_variant,
	netwerk: m.status_milestone_netwerk,
	inrichting: m.status_milestone_inrichting,
	werkafspraken: m.status_milestone_werkafspraken,
	elearning: m.status_milestone_elearning,
	training: m.status_milestone_training,
	gids: m.status_milestone_gids,
	communicatie: m.status_milestone_communicatie,
	opening: m.status_milestone_opening,
	registratie: m.status_milestone_registratie,
	borging: m.status_milestone_borging,
	cursusaanbod: m.status_milestone_cursusaanbod,
	verantwoording: m.status_milestone_verantwoording
};

/** The name of a milestone or duty, in the language of the reader unless told; its code when it has none. */
export function milestoneLabel(code: string, locale?: 'nl' | 'en'): string {
	if (!Object.hasOwn(NAMES, code)) return code;
	return NAMES[code as MilestoneCode | DutyCode]({}, locale && { locale });
}

/** How late a milestone is on `day`, in words and days; null when it is not. */
export function latenessText(line: MilestoneLine, day: Day): string | null {
	if (line.lateness === 'overdue' && line.planOn !== null) {
		return m.dossier_overdue({ days: daysBetween(line.planOn, day) });
	}
	if (line.lateness === 'expected_later' && line.forecastOn !== null) {
		return m.dossier_expected_later({ date: formatDay(line.forecastOn, getLocale()) });
	}
	if (line.lateness === 'behind_first_plan' && line.firstPlanOn !== null) {
		return m.dossier_behind_first_plan({ days: daysBetween(line.firstPlanOn, day) });
	}
	return line.lateness === 'at_risk' ? m.dossier_at_risk() : null;
}

/**
 * The slip of a line on `day`: of the fact when it is reached, else of the plan ("niet verschoven",
 * "ingetrokken"). When the plan has passed, the time runs on until that day.
 */
export function moveText(line: MilestoneLine, day: Day): string {
	if (isPlanWithdrawn(line)) return m.dossier_withdrawn();
	if (line.firstPlanOn !== null && isPlanPassed(line, day)) {
		return m.dossier_days_later_still({ count: daysBetween(line.firstPlanOn, day) });
	}
	if (line.slipDays === 0 && line.status !== 'achieved') return m.dossier_not_moved();
	return slipText(line.slipDays);
}

/** How often a plan moved and was withdrawn: "2 keer verschoven, 1 keer ingetrokken"; empty when it never was. */
export function movesText(moves: readonly Pick<PlanMove, 'toOn'>[]): string {
	const withdrawn = moves.filter(({ toOn }) => toOn === null).length;
	const moved = moves.length - withdrawn;
	return [
		...(moved > 0 ? [m.dossier_moves({ count: moved })] : []),
		...(withdrawn > 0 ? [m.dossier_withdrawals({ count: withdrawn })] : [])
	].join(', ');
}

/** Days of slip in words: "12 dagen later", "3 dagen eerder", "volgens planning"; a dash without a plan. */
export function slipText(days: number | null): string {
	if (days === null) return '–';
	if (days === 0) return m.dossier_on_plan();
	return days > 0 ? m.dossier_days_later({ days }) : m.dossier_days_earlier({ days: -days });
}

/** What the status lane says beyond "done": on hold with its reason, not applicable, small-scale. */
export function statusText(
	line: MilestoneLine,
	reasons: ReasonLabels,
	locale: string
): string | null {
	if (line.status === 'not_applicable') return m.dossier_not_applicable();
	if (line.status === 'on_hold' && line.statusOn !== null) {
		const since = m.dossier_on_hold_since({ on: formatShortDay(line.statusOn, locale) });
		const reason = line.statusReasonCode;
		return reason === null ? since : `${since} (${reasonLabel(reasons, reason, locale)})`;
	}
	return line.openingForm === 'kleinschalig' ? m.dossier_small_scale() : null;
}
