import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';

/** The sentence for a refused change of an account, at the field that it is about. */
export function refusalErrors(refusal: 'email taken' | 'unknown institute' | 'last admin'): Errors {
	switch (refusal) {
		case 'email taken':
			return { email: m.account_email_taken() };
		case 'unknown institute':
			return { supportInstituteId: m.account_support_institute_missing() };
		case 'last admin':
			return { role: m.account_last_admin() };
	}
}
