import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { HistoryEntry } from '#lib/ledger/change/history-entry.ts';
import type { Errors, Values } from '#lib/base/form/read-form.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { Act } from '#lib/ledger/event/act.ts';
import type { PlainAct } from './rules.ts';

/** The form that is open on a work sheet: of which act, about what, and what is filled in. */
export interface OpenForm {
	act: Act;
	/** What is recorded in the end: for a correction the act of the entry that is put right. */
	plainAct: PlainAct;
	milestone: string;
	/** By the names of the fields, with the hidden ones. */
	values: Values;
}

/**
 * About the form that a page begins with: it is a draft from before signing in again (`draft`);
 * nothing was typed there, so it has to be chosen again (`not_sent`); or the address asks for a form
 * that makes no sense here (`ignored`).
 */
export type OpenNotice = 'draft' | 'not_sent' | 'ignored';

/** What a refused form gives back to its page: everything that was typed, and why. */
export interface WorkFormState {
	open: OpenForm | null;
	errors: Errors;
	conflict: Conflict | null;
}

/** Both values of a conflict: what a colleague recorded meanwhile, and what was about to be. */
export interface Conflict {
	theirs: HistoryEntry;
	/** What the reader wanted to record, as words; null when she wanted to take something back. */
	mine: string | null;
}

/** The fields of the form of an act from top to bottom. */
export function fieldOrder(act: PlainAct): readonly string[] {
	return act === 'achieve'
		? ['effectiveOn', 'openingForm', 'note']
		: ['targetOn', 'reason', 'note', 'effectiveOn'];
}

/** A day as people read it, for in a field. */
const written = (day: Day | null) => (day === null ? '' : formatShortDay(day, getLocale()));

/** The values with which the correction of an entry begins: what the entry says. */
export function valuesOfEntry(event: RecordedEvent, basedOn: number | null): Values {
	return {
		milestone: event.milestoneCode,
		event: String(event.id),
		basedOn: basedOn === null ? '' : String(basedOn),
		targetOn: written(event.targetOn),
		endUnknown: event.kind === 'temporarily_closed' && event.targetOn === null ? 'yes' : '',
		effectiveOn: written(event.effectiveOn),
		precision: event.datePrecision,
		openingForm: event.openingForm ?? '',
		reason: event.reasonCode ?? '',
		note: event.note ?? '',
		noteVisibility: event.noteVisibility
	};
}
