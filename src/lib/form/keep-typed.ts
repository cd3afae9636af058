import type { SubmitFunction } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';

/**
 * For `use:enhance`: when the server cannot take the form (away, or its database is), the page stays
 * as it is with everything that was typed, and `tell` gets a sentence; null as soon as it is sent again.
 */
export function keepTyped(tell: (trouble: string | null) => void): SubmitFunction {
	return () => {
		tell(null);
		return async ({ result, update }) => {
			const { type, status } = result;
			if (type === 'error' && (status === undefined || status >= 500)) tell(m.common_not_sent());
			else await update();
		};
	};
}
