import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { KnownLibrary } from './known.ts';
import type { JudgedRow, LoadChoices, LoadEvent, LoadPlan } from './plan.ts';
import { placeOfRow } from './row-place.ts';
import type { LoadColumn } from './types.ts';

/** One row while it is judged. */
export interface Judged extends JudgedRow {
	library: KnownLibrary | null;
	outcomes: ('new' | 'same' | 'conflict')[];
	/** Done when no row is wrong after all. */
	does: ((plan: LoadPlan) => void)[];
}

/** A day of the file lies in the programme, and is not to come. */
export function checkDay(judged: Judged, column: LoadColumn, day: Day, today: Day): void {
	if (day > today) error(judged, column, m.update_problem_in_future());
	else if (day < FIRST_DAY) error(judged, column, m.update_problem_not_sensible());
}

/** What a row records, and since when it is known; a day on which it cannot have been known is an error. */
export function record(
	judged: Judged,
	change: string,
	{
		event,
		knownOn,
		knownColumn
	}: {
		event: Omit<LoadEvent, 'recordedOn'>;
		knownOn: Day | null;
		knownColumn: LoadColumn;
	},
	{ today, recording }: LoadChoices
): void {
	const recordedOn = recording === 'file' && knownOn !== today ? knownOn : null;
	judged.outcomes.push('new');
	if (recordedOn === null) judged.changes.push(change);
	else {
		const known = formatDay(recordedOn, getLocale());
		judged.changes.push(m.load_change_recorded({ change, known }));
		if (recordedOn > today) error(judged, knownColumn, m.update_problem_in_future());
		else if (recordedOn < event.effectiveOn) {
			const on = formatDay(event.effectiveOn, getLocale());
			error(judged, knownColumn, m.load_problem_known_before({ on }));
		}
	}
	judged.does.push(({ events }) => events.push({ ...event, recordedOn }));
}

/** The row of a location that says this; a second one is refused. */
export function onlyOne(
	group: readonly Judged[],
	field: 'place' | 'plan' | 'opening'
): Judged | undefined {
	const [first, ...others] = group.filter(({ row }) => row[field] !== null);
	for (const other of others) {
		error(other, null, m.load_problem_twice({ place: placeOfRow(first!.row) }));
	}
	return first;
}

/** Whether anything in it is wrong, so that it does nothing at all. */
export const isWrong = ({ row }: Judged) => row.remarks.some(({ kind }) => kind === 'error');

/** Says what is wrong, at its column. */
export function error({ row }: Judged, column: LoadColumn | null, text: string): void {
	row.remarks.push({ column, kind: 'error', text });
}

export function warn({ row }: Judged, text: string): void {
	row.remarks.push({ column: null, kind: 'warning', text });
}

/** Somebody recorded otherwise: that stays, and the row says what it is. */
export function conflict(judged: Judged, text: string): void {
	judged.outcomes.push('conflict');
	warn(judged, text);
}
