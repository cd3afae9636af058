import type { SubmitFunction } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { forgetAllForms, forgetForm, hasFields } from './kept-form.ts';

/** Who must sign in first has not been heard yet. */
export const asksToSignIn = (location: string) => /^(\/en)?\/inloggen(\?|$)/.test(location);

/** Who has signed out leaves nothing that she typed in the tab, even when the next page comes without scripts. */
const hasSignedOut = (location: string) => /^(\/en)?\/uitloggen(\?|$)/.test(location);

/**
 * What is known of a form that was not taken: the words of a server that is certain, else that it may
 * stand, after an answer that something went wrong or without one.
 */
export function troubleOf(
	{ status, error }: { status?: number | undefined; error?: App.Error },
	isTyped: boolean
): string {
	if (error?.nothingRecorded) return error.message;
	const mayStand = isTyped ? m.common_may_stand() : m.common_may_stand_button();
	return `${status === undefined ? m.common_no_answer() : m.common_failed()} ${mayStand}`;
}

/** Where a form waits that got no answer, to be sent again later. */
export interface FormQueue {
	/** Before the form is sent: gives it what it is known by when it comes again. */
	stamp(form: FormData): void;
	/** True when it waits there now; false leaves it where it is. */
	hold(form: FormData, action: URL): Promise<boolean>;
}

/**
 * For `use:enhance`: when the server cannot take the form (away, or its database is), the page stays
 * as it is with everything that was typed, and `tell` gets a sentence; null as soon as it is sent
 * again. What was kept of the form in the tab goes when it was taken. With a `queue` a form without an
 * answer waits there; `taken` is told when the page has what came of a form that was taken.
 */
export function keepTyped(
	tell: (trouble: string | null) => void,
	{ queue, taken }: { queue?: FormQueue; taken?: () => void } = {}
): SubmitFunction {
	return ({ formElement, formData, action }) => {
		tell(null);
		queue?.stamp(formData);
		return async ({ result, update }) => {
			const { type, status } = result;
			if (type === 'error' && (status === undefined || status >= 500)) {
				if (status === undefined && (await queue?.hold(formData, action))) {
					forgetForm(formElement);
					return;
				}
				tell(troubleOf(result, hasFields(formElement)));
				return;
			}
			const isTaken = type === 'success' || (type === 'redirect' && !asksToSignIn(result.location));
			if (isTaken) forgetForm(formElement);
			if (type === 'redirect' && hasSignedOut(result.location)) forgetAllForms();
			await update();
			if (isTaken) taken?.();
		};
	};
}
