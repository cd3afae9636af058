import type { ActionResult } from '@sveltejs/kit';
import { asksToSignIn } from '#lib/base/form/keep-typed.ts';
import type { Fields, Refusal } from './entry.ts';

/** What became of an entry that was sent; `later`: the server could not say. */
export type SendOutcome =
	{ outcome: 'recorded' | 'later' | 'sign_in' } | { outcome: 'refused'; refusal: Refusal };

/** What a form gives back that was not taken. */
interface Answered {
	values?: Record<string, string>;
	errors?: Record<string, string>;
	conflicts?: readonly { theirs: string; theirsId: number }[];
}

/** Reads the answer of a form action to one entry. */
export function outcomeOf(result: ActionResult, fields: Fields): SendOutcome {
	if (result.type === 'success') return { outcome: 'recorded' };
	if (result.type === 'redirect') {
		return { outcome: asksToSignIn(result.location) ? 'sign_in' : 'recorded' };
	}
	const status = result.status ?? 500;
	if (result.type === 'error') {
		if (status === 401) return { outcome: 'sign_in' };
		if (status >= 500 || status === 429) return { outcome: 'later' };
		const said = [String((result.error as App.Error | undefined)?.message ?? status)];
		return { outcome: 'refused', refusal: { said, theirs: null, again: fields } };
	}
	const { values = {}, errors = {}, conflicts = [] } = (result.data ?? {}) as Answered;
	const conflict = conflicts[0];
	return {
		outcome: 'refused',
		refusal: {
			said: [...new Set(Object.values(errors))],
			theirs: conflict?.theirs ?? null,
			again: fields.map(([name, value]) => {
				if (conflict && name.startsWith('basedOn.')) return [name, String(conflict.theirsId)];
				// Sent again it is an answer to "this is of an earlier day".
				return name === 'madeOn' ? [name, values.madeOn ?? value] : [name, value];
			})
		}
	};
}
