import { readLineKey, type LineSubject } from '#lib/work/update/line-key.ts';
import { readBases } from './base-field.ts';
import type { CellBase } from './cell.ts';
import { BASE_FIELD, cellField, choiceField, theirsField } from './field-name.ts';

/** One cell of a form that was sent. */
export interface SentCell extends LineSubject {
	key: string;
	text: string;
	base: CellBase;
	/** The entry of somebody else that a choice was asked about, and the choice. */
	theirsId: number | null;
	choice: 'mine' | 'theirs' | null;
}

/** Cells that one form can have. */
export const MOST_CELLS = 5_000;

const PREFIX = cellField('');

/** The cells of a form; `unreadable` counts what no page of ours can have sent. */
export function readCells(form: FormData): { cells: SentCell[]; unreadable: number } {
	const bases = readBases(String(form.get(BASE_FIELD) ?? ''));
	const cells: SentCell[] = [];
	let unreadable = 0;
	for (const [name, text] of form) {
		if (!name.startsWith(PREFIX)) continue;
		const key = name.slice(PREFIX.length);
		const subject = readLineKey(key);
		const base = bases.get(key);
		if (!subject || !base || typeof text !== 'string' || cells.length >= MOST_CELLS) {
			unreadable += 1;
			continue;
		}
		cells.push({ ...subject, key, text, base, ...readChoice(form, key) });
	}
	return { cells, unreadable };
}

function readChoice(form: FormData, key: string): Pick<SentCell, 'theirsId' | 'choice'> {
	const theirs = Number(form.get(theirsField(key)) ?? 0);
	const choice = form.get(choiceField(key));
	return {
		theirsId: Number.isInteger(theirs) && theirs > 0 ? theirs : null,
		choice: choice === 'mine' || choice === 'theirs' ? choice : null
	};
}
