import { m } from '#lib/paraglide/messages.js';
import type { Errors } from '#lib/base/form/read-form.ts';
import type { Problem, ProblemCode } from './rules.ts';

const TEXTS: Record<ProblemCode, () => string> = {
	gone: m.update_problem_gone,
	other_level: m.update_problem_other_level,
	required: m.update_problem_required,
	in_future: m.update_problem_in_future,
	quarter_locked: m.update_problem_quarter_locked,
	too_early: m.update_problem_too_early,
	not_sensible: m.update_problem_not_sensible,
	before_first_plan: m.update_problem_before_first_plan,
	same_plan: m.update_problem_same_plan,
	reason_required: m.update_problem_reason_required,
	unknown_reason: m.update_problem_unknown_reason,
	opening_form_required: m.update_problem_opening_form_required,
	already_achieved: m.update_problem_already_achieved,
	already_so: m.update_problem_already_so,
	not_applicable: m.update_problem_not_applicable,
	not_allowed: m.update_problem_not_allowed,
	nothing_to_withdraw: m.update_problem_nothing_to_withdraw,
	nothing_to_resume: m.update_problem_nothing_to_resume,
	not_open: m.update_problem_not_open,
	closed_for_good: m.update_problem_closed_for_good,
	before_opening: m.update_problem_before_opening,
	before_closing: m.update_problem_before_closing,
	after_closing: m.update_problem_after_closing,
	long_past: m.update_problem_long_past,
	agreed_when: m.update_problem_agreed_when,
	end_required: m.update_problem_end_required,
	end_and_unknown: m.update_problem_end_and_unknown,
	ends_before_closing: m.update_problem_ends_before_closing,
	changes_nothing: m.update_problem_changes_nothing,
	note_required: m.update_problem_note_required,
	another_day: m.update_problem_another_day,
	unknown_event: m.update_problem_unknown_event,
	already_corrected: m.update_problem_already_corrected,
	name_taken: m.update_problem_name_taken,
	outside_work_area: m.update_problem_outside_work_area,
	host_inside: m.update_problem_host
};

/** The sentence of a problem, in the language of the reader. */
export function problemText(code: ProblemCode): string {
	return TEXTS[code]();
}

/** The problems as errors of a form: the first of each field. */
export function problemErrors(problems: readonly Problem[]): Errors {
	const errors: Errors = {};
	for (const { field, code } of problems) errors[field] ??= problemText(code);
	return errors;
}
