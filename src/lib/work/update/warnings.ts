import { addDays, type Day } from '#lib/base/day/day.ts';
import { isOverdue } from '#lib/ledger/milestone/lateness.ts';
import { isAchieved, planFactsOf } from './situation.ts';

/** The last start that the application form allowed; a later plan is allowed, and remarked on. */
export const LAST_START: Day = '2021-09-30';

/** What deserves a second look but does not stop anybody; the texts are `update_warning_…`. */
export type Warning =
	| { code: 'done_before'; milestoneCode: string }
	| { code: 'planned_before'; milestoneCode: string }
	| { code: 'after_last_start' }
	| { code: 'plan_after_achieved' }
	| { code: 'plan_in_past' };

/** As much of the situation of a milestone as a warning is about. */
export interface WarnedSituation {
	milestoneCode: string;
	plan: { id: number; targetOn: Day | null; effectiveOn: Day } | null;
	forecast: { targetOn: Day | null } | null;
	status: { id: number; kind: string } | null;
}

/**
 * The warnings of one milestone. `others` are the situations it may depend on, also those of the
 * library when the milestone is one of a location; a step that was marked not applicable is no worry.
 */
export function warningsOf(
	situation: WarnedSituation,
	dependsOn: readonly string[],
	others: ReadonlyMap<string, WarnedSituation>,
	today: Day
): Warning[] {
	const warnings: Warning[] = [];
	if (isAchieved(situation)) {
		for (const milestoneCode of dependsOn) {
			const other = others.get(milestoneCode);
			if (other && !isAchieved(other) && other.status?.kind !== 'not_applicable') {
				warnings.push({ code: 'done_before', milestoneCode });
			}
		}
		if (isPlannedAfterAchieved(situation, today)) warnings.push({ code: 'plan_after_achieved' });
		return warnings;
	}
	const target = situation.plan?.targetOn;
	if (situation.milestoneCode === 'opening' && target && target > LAST_START) {
		warnings.push({ code: 'after_last_start' });
	}
	if (target) {
		warnings.push(...orderWarnings(target, dependsOn, (code) => openPlanOf(others.get(code))));
	}
	if (
		isOverdue(planFactsOf(situation), today) &&
		situation.plan!.effectiveOn >= addDays(today, -1)
	) {
		warnings.push({ code: 'plan_in_past' });
	}
	return warnings;
}

/** What a step waits for and is planned on a later day than the step itself, by `dayOf` of each. */
export function orderWarnings(
	on: Day,
	dependsOn: readonly string[],
	dayOf: (milestoneCode: string) => Day | null
): Warning[] {
	return dependsOn.flatMap((milestoneCode): Warning[] => {
		const before = dayOf(milestoneCode);
		return before !== null && before > on ? [{ code: 'planned_before', milestoneCode }] : [];
	});
}

/** The day on which a step that is still open is planned. */
function openPlanOf(situation: WarnedSituation | undefined): Day | null {
	if (!situation || isAchieved(situation) || situation.status?.kind === 'not_applicable')
		return null;
	return situation.plan?.targetOn ?? null;
}

/** Being ready before the planned day is no contradiction; planning again what is ready already is. */
function isPlannedAfterAchieved({ plan, status }: WarnedSituation, today: Day): boolean {
	if (!plan?.targetOn || !status) return false;
	return plan.targetOn > today && plan.id > status.id;
}

/** Those for a list or table that says itself that a day has passed, or that a plan came after the fact. */
export const besideALine = (warnings: readonly Warning[] = []): Warning[] =>
	warnings.filter(({ code }) => code !== 'plan_in_past' && code !== 'plan_after_achieved');
