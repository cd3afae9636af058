import { m } from '#lib/paraglide/messages.js';
import type { DutyKind, DutyState } from './accountability.ts';
import type { EntryProblem, GrantEntry } from './course.ts';

const KINDS: Record<GrantEntry['kind'], () => string> = {
	application: m.grant_kind_application,
	decision: m.grant_kind_decision,
	instalment: m.grant_kind_instalment,
	payment: m.grant_kind_payment,
	settlement: m.grant_kind_settlement,
	reclaim: m.grant_kind_reclaim,
	survey: m.grant_kind_survey,
	accounts: m.grant_kind_accounts,
	undone: m.grant_kind_undone
};

/** What an entry says: "betaald". */
export const entryKindText = (kind: GrantEntry['kind']): string => KINDS[kind]();

const STATES: Record<DutyState, () => string> = {
	late: m.grant_duty_state_late,
	due: m.grant_duty_state_due,
	undated: m.grant_duty_state_undated,
	not_yet: m.grant_duty_state_not_yet,
	handed_in: m.grant_duty_state_handed_in
};

/** How something that is handed in stands: "te laat". */
export const dutyStateText = (state: DutyState): string => STATES[state]();

/** What is handed in: "jaarlijkse enquête". */
export const dutyText = (kind: DutyKind): string =>
	kind === 'survey' ? m.grant_duty_survey() : m.grant_duty_accounts();

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
