import type { ActionResult } from '@sveltejs/kit';
import { asksToSignIn } from '#lib/base/form/keep-typed.ts';
import type { HistoryEntry } from '#lib/ledger/change/history-entry.ts';
import { historySentence } from '#lib/ledger/change/sentence.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Entry, Refusal } from './entry.ts';

/** What became of an entry that was sent; `later`: the server could not say. */
export type SendOutcome =
	{ outcome: 'recorded' | 'later' | 'sign_in' } | { outcome: 'refused'; refusal: Refusal };

/** What was sent: a form, and to which action. */
type Sent = Pick<Entry, 'fields' | 'action'>;

/** What the list of the week gives back that was not taken. */
interface WeekAnswered {
	values?: Record<string, string>;
	errors?: Record<string, string>;
	conflicts?: readonly { theirs: string; theirsId: number }[];
}

/** What a work sheet gives back that was not taken: the form to send then, maybe another one. */
interface SheetAnswered {
	open: { act: string; values: Record<string, string> } | null;
	errors: Record<string, string>;
	conflict: { theirs: HistoryEntry } | null;
}

/** Reads the answer of a form action to one entry. */
export function outcomeOf(result: ActionResult, sent: Sent): SendOutcome {
	if (result.type === 'success') return { outcome: 'recorded' };
	if (result.type === 'redirect') {
		return { outcome: asksToSignIn(result.location) ? 'sign_in' : 'recorded' };
	}
	const status = result.status ?? 500;
	if (result.type === 'error') {
		if (status === 401) return { outcome: 'sign_in' };
		if (status >= 500 || status === 429) return { outcome: 'later' };
		const said = [String((result.error as App.Error | undefined)?.message ?? status)];
		return {
			outcome: 'refused',
			refusal: { said, theirs: null, again: sent.fields, action: sent.action }
		};
	}
	const data = (result.data ?? {}) as WeekAnswered | SheetAnswered;
	const refusal = 'open' in data ? refusalOfSheet(data, sent) : refusalOfWeek(data, sent);
	return { outcome: 'refused', refusal };
}

function refusalOfWeek(answered: WeekAnswered, { fields, action }: Sent): Refusal {
	const { values = {}, errors = {}, conflicts = [] } = answered;
	const conflict = conflicts[0];
	return {
		said: [...new Set(Object.values(errors))],
		theirs: conflict?.theirs ?? null,
		again: fields.map(([name, value]) => {
			if (conflict && name.startsWith('basedOn.')) return [name, String(conflict.theirsId)];
			// Sent again it is an answer to "this is of an earlier day".
			return name === 'madeOn' ? [name, values.madeOn ?? value] : [name, value];
		}),
		action
	};
}

/** After a conflict a sheet gives its form back as one that puts right what the other recorded. */
function refusalOfSheet({ open, errors, conflict }: SheetAnswered, sent: Sent): Refusal {
	const values: Record<string, string> = open?.values ?? {};
	const again = sent.fields.map(([name, value]) => [name, values[name] ?? value] as const);
	const named = new Set(again.map(([name]) => name));
	const { event } = values;
	return {
		said: [...new Set(Object.values(errors))],
		theirs: conflict && historySentence(conflict.theirs, { locale: getLocale() }),
		again: event === undefined || named.has('event') ? again : [...again, ['event', event]],
		action: open ? sent.action.replace(/\?\/\w+$/, `?/${open.act}`) : sent.action
	};
}
