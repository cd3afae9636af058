import type { FormQueue } from '#lib/base/form/keep-typed.ts';
import { ENTRY_VERSION, type Entry } from '#lib/work/offline/entry.ts';
import type { WaitingQueue } from '#lib/work/offline/queue.svelte.ts';
import { SENT_FIELDS } from '#lib/work/offline/sent.ts';
import { typedDay } from './typed-day.ts';

/** What an entry says of itself to its author. */
export interface EntryTold {
	/** The line of the record that it is about, as `lineKey` writes it. */
	about: string;
	/** What it is called: "Training (Bibliotheek Hengelo): Plannen". */
	label: string;
}

/** The day that was filled in: the one that it is planned for, or on which it happened. */
function dayOf(form: FormData): string {
	const day = form.get('targetOn') ?? form.get('effectiveOn') ?? '';
	return typeof day === 'string' ? typedDay(day) : '';
}

/** The form of a work sheet that got no answer, as an entry that waits. */
export function entryOfForm(
	form: FormData,
	action: string,
	madeAt: Date,
	{ about, label }: EntryTold
): Entry {
	return {
		v: ENTRY_VERSION,
		key: String(form.get(SENT_FIELDS.key)),
		action,
		fields: [...form].filter((field): field is [string, string] => typeof field[1] === 'string'),
		madeAt: madeAt.toISOString(),
		about,
		label: [label, dayOf(form)].filter(Boolean).join(' '),
		refused: null
	};
}

/** Lets a form of a work sheet wait in `queue` when the server does not answer; `held` is told so. */
export function sheetQueue(queue: WaitingQueue, told: EntryTold, held?: () => void): FormQueue {
	return {
		stamp: (form) => {
			if (isSecureContext) form.set(SENT_FIELDS.key, crypto.randomUUID());
		},
		hold: async (form, action) => {
			const entry = entryOfForm(form, action.pathname + action.search, new Date(), told);
			const waits = await queue.hold([entry]);
			if (waits) held?.();
			return waits;
		}
	};
}
