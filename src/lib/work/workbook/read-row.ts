import { cellText, readDayCell, type DayOrder } from '#lib/base/spreadsheet/cell-values.ts';
import type { Cell, SheetRow } from '#lib/base/spreadsheet/spreadsheet.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { LONGEST_NOTE } from '#lib/base/form/text-lengths.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { nameEssence } from '#lib/work/update/same-name.ts';
import type { Table } from './find-table.ts';
import type { Dictionaries } from './labels.ts';
import { readStamp } from './stamp.ts';
import type { Column, FileRow, Remark, RowValues, ValueColumn } from './types.ts';

export interface ReadingChoices {
	from1904: boolean;
	order: DayOrder | null;
}

/**
 * The rows of a table. In our own workbook an empty cell means that there is nothing; in a file
 * without stamps it says nothing at all.
 */
export function readRows(table: Table, words: Dictionaries, choices: ReadingChoices): FileRow[] {
	return table.rows.map((row) => new RowReader(table, row, words, choices).read());
}

class RowReader {
	readonly #remarks: Remark[] = [];
	readonly #table: Table;
	readonly #row: SheetRow;
	readonly #words: Dictionaries;
	readonly #choices: ReadingChoices;
	#asks = false;

	constructor(table: Table, row: SheetRow, words: Dictionaries, choices: ReadingChoices) {
		this.#table = table;
		this.#row = row;
		this.#words = words;
		this.#choices = choices;
	}

	read(): FileRow {
		const stampText = this.#text('stamp');
		const stamp = stampText === '' ? null : readStamp(stampText);
		if (stampText !== '' && !stamp) this.#error('stamp', m.workbook_problem_stamp());
		const note = this.#text('note') || null;
		if (note && note.length > LONGEST_NOTE) this.#error('note', m.update_problem_note_too_long());
		const emptyToo = stamp !== null;
		const said: Partial<RowValues> = {};
		for (const column of ['planOn', 'forecastOn', 'stateOn'] as const) {
			const day = this.#day(column);
			if (day !== undefined && this.#says(column, emptyToo)) said[column] = day;
		}
		const state = this.#word('state', this.#words.states, m.workbook_problem_state);
		if (state !== undefined && this.#says('state', emptyToo)) said.state = state ?? 'open';
		const form = this.#word('openingForm', this.#words.openings, m.workbook_problem_opening_form);
		if (form !== undefined && this.#says('openingForm', emptyToo)) said.openingForm = form;
		return {
			key: `${this.#table.sheet}!${this.#row.number}`,
			sheet: this.#table.sheet,
			number: this.#row.number,
			library: this.#text('library'),
			point: this.#text('point'),
			milestone: this.#text('milestone'),
			reason: this.#word('reason', this.#words.reasons, m.workbook_problem_reason) ?? null,
			...{ stamp, said, note, remarks: this.#remarks, asks: this.#asks }
		};
	}

	#cell(column: Column): Cell {
		const at = this.#table.columns.get(column);
		return at === undefined ? null : (this.#row.cells[at] ?? null);
	}

	#text(column: Column): string {
		return cellText(this.#cell(column));
	}

	#says(column: ValueColumn, emptyToo: boolean): boolean {
		return this.#table.columns.has(column) && (emptyToo || this.#text(column) !== '');
	}

	#error(column: Column, text: string): void {
		this.#remarks.push({ column, kind: 'error', text });
	}

	/** Undefined for what cannot be read: that is no empty cell. */
	#day(column: 'planOn' | 'forecastOn' | 'stateOn'): Day | null | undefined {
		const read = readDayCell(this.#cell(column), this.#choices);
		if ('day' in read) return read.day;
		if ('ambiguous' in read) {
			this.#asks = true;
			const [first, second] = read.ambiguous.map((day) => formatDay(day, getLocale()));
			const value = this.#text(column);
			this.#error(column, m.workbook_problem_two_days({ value, first: first!, second: second! }));
		} else this.#error(column, m.workbook_problem_not_a_day({ value: short(read.unreadable) }));
		return undefined;
	}

	#word<Value extends string>(
		column: Column,
		known: ReadonlyMap<string, Value>,
		problem: (inputs: { value: string }) => string
	): Value | null | undefined {
		const text = this.#text(column);
		if (text === '') return null;
		const value = known.get(nameEssence(text));
		if (value === undefined) this.#error(column, problem({ value: short(text) }));
		return value;
	}
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
