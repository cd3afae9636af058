import { m } from '#lib/paraglide/messages.js';
import type { EntryProblem, GrantEntry } from './course.ts';

const KINDS: Record<GrantEntry['kind'], () => string> = {
	application: m.grant_kind_application,
	decision: m.grant_kind_decision,
	instalment: m.grant_kind_instalment,
	payment: m.grant_kind_payment,
	settlement: m.grant_kind_settlement,
	reclaim: m.grant_kind_reclaim,
	undone: m.grant_kind_undone
};

/** What an entry says: "betaald". */
export const entryKindText = (kind: GrantEntry['kind']): string => KINDS[kind]();

const PROBLEMS: Record<EntryProblem, { field: string; text: () => string }> = {
	in_future: { field: 'onDay', text: m.grant_problem_in_future },
	no_decision: { field: 'kind', text: m.grant_problem_no_decision },
	before_decision: { field: 'onDay', text: m.grant_problem_before_decision },
	more_than_paid: { field: 'amount', text: m.grant_problem_more_than_paid }
};

/** Why an entry cannot be recorded, beside the field that it is about. */
export function entryProblemErrors(problem: EntryProblem): Record<string, string> {
	const { field, text } = PROBLEMS[problem];
	return { [field]: text() };
}
