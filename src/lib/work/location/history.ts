import { formatDay } from '#lib/base/day/day.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { TraitRow } from '#lib/network/trait/trait.ts';
import { m } from '#lib/paraglide/messages.js';

/** A line of the history of a location: what was said, by whom, and whether it was taken back. */
export interface LocationEntry {
	id: number;
	what: string;
	note: string | null;
	recorded: string;
	/** When and by whom it was taken back. */
	undone: string | null;
	/** This reader may take it back. */
	undoable: boolean;
}

type Row = TraitRow & {
	note: string | null;
	author: string | null;
	recordedFor: string;
	recordedOn: Day;
};

/** The rows as lines, the latest first. */
export function historyOf<R extends Row>(
	rows: readonly R[],
	say: (row: R) => string,
	mayUndo: (row: R) => boolean,
	locale: string
): LocationEntry[] {
	const by = ({ recordedOn, author, recordedFor }: Row) => ({
		on: formatDay(recordedOn, locale),
		author: author ?? recordedFor
	});
	const undos = new Map(rows.map((row) => [row.undoesId, row]));
	return rows
		.filter(({ undoesId }) => undoesId === null)
		.map((row) => {
			const undo = undos.get(row.id);
			return {
				...{ id: row.id, what: say(row), note: row.note },
				recorded: m.location_recorded(by(row)),
				undone: undo ? m.location_undone(by(undo)) : null,
				undoable: !undo && mayUndo(row)
			};
		})
		.reverse();
}
