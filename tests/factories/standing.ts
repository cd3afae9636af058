import type { Day } from '#lib/base/day/day.ts';
import type { Lane } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import type { SubjectEvent } from '#lib/server/ledger/event/project.ts';

/** Where a milestone stands, as `milestone_standing` keeps it. */
export interface Standing {
	milestoneCode: string;
	status: string;
	statusOn: Day | null;
	statusEvent: number | null;
	endsOn: Day | null;
	planOn: Day | null;
	planMadeOn: Day | null;
	planEvent: number | null;
	planReason: string | null;
	forecastOn: Day | null;
	firstOn: Day | null;
	firstEvent: number | null;
	confirmedOn: Day | null;
}

/** The same by folding the events of the milestone, one lane after the other; null when none holds. */
export function standingByFold(history: readonly SubjectEvent[], day: Day): Standing | null {
	const lane = (name: Lane) => {
		const found = stateAt(history, name, day, day);
		return found && history.find(({ id }) => id === found.id)!;
	};
	const [first, plan, forecast] = [lane('first_plan'), lane('plan'), lane('forecast')];
	const [status, confirmation] = [lane('status'), lane('confirmation')];
	if (!first && !plan && !forecast && !status && !confirmation) return null;
	return {
		milestoneCode: history[0]!.milestoneCode,
		status: status && status.kind !== 'resumed' ? status.kind : 'open',
		statusOn: status?.effectiveOn ?? null,
		statusEvent: status?.id ?? null,
		endsOn: status?.targetOn ?? null,
		planOn: plan?.targetOn ?? null,
		planMadeOn: plan?.effectiveOn ?? null,
		planEvent: plan?.kind === 'planned' ? plan.id : null,
		planReason: plan?.reasonCode ?? null,
		forecastOn: forecast?.targetOn ?? null,
		firstOn: first?.targetOn ?? null,
		firstEvent: first?.id ?? null,
		confirmedOn: confirmation?.effectiveOn ?? null
	};
}
