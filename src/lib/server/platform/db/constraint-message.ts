import { m } from '#lib/paraglide/messages.js';
import { LONGEST_NAME } from '#lib/base/form/text-lengths.ts';

const MESSAGES: Record<string, () => string> = {
	event_not_in_the_future: m.update_problem_in_future,
	event_quarter_locked: m.update_problem_quarter_locked,
	event_target_with_plan: m.update_problem_required,
	event_closure_ends_later: m.update_problem_ends_before_closing,
	event_target_sensible: m.update_problem_not_sensible,
	event_closed_after_opening: m.update_problem_before_opening,
	event_reopened_after_closing: m.update_problem_reopened_without_closing,
	event_reason_exists: m.update_problem_unknown_reason,
	event_milestone_exists: m.update_problem_other_level,
	event_opening_form_of_opening: m.update_problem_other_level,
	event_operation_kinds: m.update_problem_other_level,
	event_record_only_confirmed: m.update_problem_other_level,
	event_correction_same_subject: m.update_problem_unknown_event,
	event_corrected_event_exists: m.update_problem_unknown_event,
	event_corrected_once: m.update_problem_already_corrected,
	event_append_only: m.update_problem_append_only,
	event_note_length: m.update_problem_note_too_long,
	information_point_name_filled: m.update_problem_name,
	information_point_town_length: m.update_problem_town,
	information_point_host_name_length: () => m.update_problem_host_too_long({ count: LONGEST_NAME }),
	information_point_host_outside_library: m.update_problem_host,
	information_point_location_type_known: m.update_problem_location_type,
	information_point_period_municipality_exists: m.update_problem_municipality,
	point_trait_append_only: m.location_problem_append_only,
	point_trait_undone_once: m.location_problem_already_undone,
	point_trait_undo_same: m.location_problem_undo_gone,
	point_trait_sensible: m.location_problem_day_range,
	point_trait_exception_interval: m.opening_hours_problem_until,
	point_trait_note_length: m.update_problem_note_too_long,
	edition_quarter_end_once: m.edition_problem_already,
	edition_immutable: m.edition_problem_immutable
};

/** The names of the constraints that a reader can get to see, for the test that they exist. */
export const explainedConstraints = Object.keys(MESSAGES);

/**
 * What a broken constraint means, in the language of the reader; undefined for any other error,
 * which the caller throws on.
 */
export function constraintMessage(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('constraint' in error)) return undefined;
	return MESSAGES[String(error.constraint)]?.();
}
