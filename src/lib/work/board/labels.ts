import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { daysSinceLook } from '#lib/ledger/last-look/last-look.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { rowLabel } from '#lib/work/update/labels.ts';
import type { BoardPhase } from './phase.ts';
import type { BoardCard } from './types.ts';

const PHASE_LABELS: Record<BoardPhase, () => string> = {
	aanvraag: m.board_phase_aanvraag,
	voorbereiding: m.board_phase_voorbereiding,
	inrichting: m.board_phase_inrichting,
	opening: m.board_phase_opening,
	borging: m.board_phase_borging,
	gereed: m.board_phase_gereed
};

export const phaseLabel = (phase: BoardPhase): string => PHASE_LABELS[phase]();

/** The next step with its location: "Plek ingericht (Balie Zuid)". */
export function stepText({ milestoneCode, pointName }: NonNullable<BoardCard['next']>): string {
	const what = rowLabel(milestoneCode);
	return pointName === null ? what : m.update_worklist_task_at({ what, location: pointName });
}

/** When a step is planned or expected: "3 mrt 2022", or that it is not planned. */
export function plannedText(planOn: Day | null): string {
	return planOn === null ? m.board_no_plan() : formatShortDay(planOn, getLocale());
}

/** "Volgende stap: Training, 3 mrt 2022" */
export function nextText({ next }: BoardCard): string {
	if (next === null) return m.board_next_none();
	return m.board_next_on({ what: stepText(next), on: plannedText(next.planOn) });
}

/** "5 dagen geleden bekeken" */
export function lookedText(lastOn: Day | null, today: Day): string {
	const count = daysSinceLook(lastOn, today);
	if (count === null) return m.board_looked_never();
	return count === 0 ? m.board_looked_today() : m.board_looked({ count });
}

/** How many of its locations are open. */
export function openCount({ points }: BoardCard): number {
	return points.filter(({ opened }) => opened).length;
}

/** "2 van 4": the materials of the toolkit that are there, of those that it needs. */
export function toolkitText({ toolkit }: Pick<BoardCard, 'toolkit'>): string {
	return m.board_of({ open: toolkit.there, count: toolkit.needed });
}
