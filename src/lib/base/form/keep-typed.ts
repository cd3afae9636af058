import type { SubmitFunction } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { forgetForm, hasFields } from './kept-form.ts';

/** Who must sign in first has not been heard yet. */
export const asksToSignIn = (location: string) => /^(\/en)?\/inloggen(\?|$)/.test(location);

/**
 * For `use:enhance`: when the server cannot take the form (away, or its database is), the page stays
 * as it is with everything that was typed, and `tell` gets a sentence; null as soon as it is sent
 * again. What was kept of the form in the tab goes when it was taken.
 */
export function keepTyped(tell: (trouble: string | null) => void): SubmitFunction {
	return ({ formElement }) => {
		tell(null);
		return async ({ result, update }) => {
			const { type, status } = result;
			if (type === 'error' && (status === undefined || status >= 500)) {
				tell(hasFields(formElement) ? m.common_not_sent() : m.common_not_sent_button());
				return;
			}
			const taken = type === 'success' || (type === 'redirect' && !asksToSignIn(result.location));
			if (taken) forgetForm(formElement);
			await update();
		};
	};
}
