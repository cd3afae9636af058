import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import type { Errors, Values } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { constraintMessage } from '#lib/server/platform/db/constraint-message.ts';
import type { RecordedTrait } from '#lib/server/network/trait/queries.ts';
import type { TraitOutcome } from './record-traits.ts';

/** What a refused form gives back to its page: everything that was typed, and why. */
export interface LocationFormState<Form extends string> {
	form: Form;
	values: Values;
	errors: Errors;
	/** What a colleague recorded meanwhile. */
	theirs?: RecordedTrait;
}

/** The end of an action on `page`: a redirect to it when something was recorded, else the form again. */
export function finishTraits(page: string) {
	return async <Form extends string>(
		recording: Promise<TraitOutcome> | TraitOutcome,
		form: Form,
		values: Values,
		undone?: number | null
	): Promise<ActionFailure<LocationFormState<Form>>> => {
		const refuse = (status: 400 | 409, errors: Errors, theirs?: RecordedTrait) =>
			fail(status, { form, values, errors, ...(theirs && { theirs }) });
		const outcome = await settle(recording);
		switch (outcome.outcome) {
			case 'broken':
				return refuse(400, { form: outcome.message });
			case 'recorded':
				return redirect(
					303,
					undone ? `${page}?ingetrokken=${undone}` : `${page}?gelukt=${outcome.ids[0]}`
				);
			case 'unchanged':
				return refuse(400, { form: m.location_problem_unchanged() });
			case 'conflict':
				return fail(409, {
					form,
					// Sending it again is a choice, now that both are seen.
					values: { ...values, basedOn: String(outcome.theirs.id) },
					errors: {},
					theirs: outcome.theirs
				});
			case 'already_undone':
				return refuse(409, { form: m.location_problem_already_undone() });
			case 'later':
				return refuse(409, { form: m.location_problem_undo_later() });
			case 'gone':
				return refuse(400, { form: m.location_problem_undo_gone() });
			case 'forbidden':
				return error(403, m.update_refused_undo());
		}
	};
}

/** A constraint of the database that a reader can break is an answer, not a failure. */
async function settle(
	recording: Promise<TraitOutcome> | TraitOutcome
): Promise<TraitOutcome | { outcome: 'broken'; message: string }> {
	try {
		return await recording;
	} catch (problem) {
		const message = constraintMessage(problem);
		if (message === undefined) throw problem;
		return { outcome: 'broken', message };
	}
}
