import type { LibraryStanding } from '#lib/network/standing/types.ts';
import { daysBetween, type Day } from '#lib/base/day/day.ts';
import { lateness } from '#lib/ledger/milestone/lateness.ts';
import type { MilestoneLine } from '#lib/ledger/milestone/line.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';
import { slipOfFact } from '#lib/ledger/milestone/slip.ts';

type OpeningDays = Pick<LibraryStanding, 'id' | 'firstPlanOn' | 'planOn' | 'openedOn'>;

/**
 * The opening of a library as one line of a timeline on `day`: its first opening against the earliest
 * first plan of any of its points. How the plan moved, and why, is that of `first`, the opening of
 * the point that opened first or is the first to open; undefined when the library has no point yet.
 */
export function libraryOpeningLine(
	standing: OpeningDays,
	first: MilestoneLine | undefined,
	day: Day
): MilestoneLine {
	const status = standing.openedOn === null ? statusBeforeOpening(first) : 'achieved';
	const facts = {
		firstPlanOn: standing.firstPlanOn,
		planOn: first?.planOn ?? standing.planOn,
		forecastOn: first?.forecastOn ?? null,
		status
	};
	const predecessorOverdue = first?.lateness === 'at_risk';
	return {
		subject: libraryOf(standing.id),
		milestoneCode: 'opening',
		...facts,
		statusOn: standing.openedOn ?? (status === null ? null : (first?.statusOn ?? null)),
		statusPrecision: first?.statusPrecision ?? 'day',
		statusReasonCode: status === null ? null : (first?.statusReasonCode ?? null),
		openingForm: first?.openingForm ?? null,
		moves: first?.moves ?? [],
		slipDays:
			slipOfFact(facts.firstPlanOn, standing.openedOn) ??
			daysOrNull(facts.firstPlanOn, facts.planOn),
		lateness: lateness({ ...facts, predecessorOverdue }, day),
		lastRecord: first?.lastRecord ?? null
	};
}

/** What is not open yet first, then whatever slipped most; for sorting. */
export function byUrgency(a: MilestoneLine, b: MilestoneLine): number {
	const open = Number(a.status === 'achieved') - Number(b.status === 'achieved');
	return open || (b.slipDays ?? 0) - (a.slipDays ?? 0);
}

/** A point that opened and closed for good leaves the library without an opening. */
function statusBeforeOpening(first: MilestoneLine | undefined): MilestoneLine['status'] {
	return first === undefined || first.status === 'achieved' ? null : first.status;
}

function daysOrNull(from: Day | null, to: Day | null): number | null {
	return from === null || to === null ? null : daysBetween(from, to);
}
