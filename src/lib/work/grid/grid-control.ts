import type { Day } from '#lib/base/day/day.ts';
import { formatShortDay } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { readBlock, writeBlock } from './block.ts';
import { writeBases } from './base-field.ts';
import { copiedCell, readCell, TAKE_AWAY, tidyCell, type CellBase, type GridLane } from './cell.ts';
import {
	ChangeHistory,
	fillChanges,
	pasteChanges,
	takeAwayChanges,
	type Cells,
	type Change,
	type Changes
} from './changes.ts';
import { BASE_FIELD, cellField } from './field-name.ts';
import { GridTable } from './grid-table.ts';
import { KeptCells } from './kept-cells.ts';
import { KeptShared } from './kept-shared.ts';
import { commandOf, type Command } from './keys.ts';
import { faultText } from './labels.ts';
import {
	blockOf,
	placesOf,
	reduce,
	startState,
	type GridAction,
	type GridState,
	type Place
} from './selection.ts';

export interface GridNow {
	/** Cells that were changed and are not recorded, and how many of them are on other pages. */
	changed: number;
	elsewhere: number;
	canUndo: boolean;
	canRedo: boolean;
	/** What was just done, to be read aloud. */
	said: string;
}

export interface GridOptions {
	lane: GridLane;
	today: Day;
	locale: string;
	/** Whose changes are kept in this tab. */
	owner: string;
	tell: (now: GridNow) => void;
}

/** Makes a table of inputs in a form work as a spreadsheet. */
export class GridControl {
	#form: HTMLFormElement;
	#table: GridTable;
	#options: GridOptions;
	#kept: KeptCells;
	#shared: KeptShared;
	#history = new ChangeHistory();
	#state: GridState = startState();
	#bases = new Map<string, CellBase>();
	/** The text of the cell that is being filled in, as it was. */
	#before: string | null = null;
	#said = '';
	#stop = new AbortController();
	/** True when changes of before were put back. */
	readonly restored: boolean;

	constructor(
		form: HTMLFormElement,
		bases: Iterable<readonly [string, CellBase]>,
		options: GridOptions
	) {
		this.#form = form;
		this.#options = options;
		this.#table = new GridTable(form.querySelector('table')!);
		this.#kept = new KeptCells(`grid ${options.lane}`, options.owner);
		this.#shared = new KeptShared(form, `grid ${options.lane} beside`, options.owner);
		this.restored = this.#kept.size > 0 || this.#shared.restored;
		this.#table.read();
		this.#bases = new Map(bases);
		const start = this.#table.start();
		this.#state = { active: start, anchor: start, editing: null };
		this.#adopt();
		this.#listen();
		this.refresh(bases);
	}

	stop(): void {
		this.#stop.abort();
	}

	/** After the data of the page came again: shows what was recorded, and what was changed and was not. */
	refresh(bases: Iterable<readonly [string, CellBase]>): void {
		this.#bases = new Map(bases);
		this.#table.read();
		for (const [key, input] of this.#table.inputs()) {
			const text = this.#kept.get(key)?.text ?? this.#saved(key);
			// Somebody may be typing there.
			if (input !== document.activeElement && input.value !== text) input.value = text;
			if (this.#kept.get(key)) input.closest('td')?.classList.add('changed');
			else if (input.closest('td.changed, td:has(.fault)')) this.#table.mark(key, false, null);
		}
		this.#table.show(this.#state, false);
		this.#report('');
	}

	/** These are dealt with: recorded, or left alone. */
	settle(keys: readonly string[]): void {
		for (const key of keys) this.#kept.delete(key);
		this.#kept.save();
		this.#history.clear();
	}

	/** Everything was recorded. */
	forget(): void {
		this.#kept.clear();
		this.#shared.forget();
		this.#history.clear();
	}

	discard(): void {
		const changes = this.#kept.entries().map(([key, { text }]) => {
			return { key, before: text, after: this.#saved(key) };
		});
		this.#change({ changes, skipped: 0 });
	}

	undo = (): void => this.#set(this.#history.undo());
	redo = (): void => this.#set(this.#history.redo());
	fill = (): void => this.#change(fillChanges(blockOf(this.#state), this.#cells));

	#listen(): void {
		const { signal } = this.#stop;
		const table = this.#form.querySelector('table')!;
		const on = <K extends keyof HTMLElementEventMap>(
			name: K,
			handle: (event: HTMLElementEventMap[K]) => void
		) => table.addEventListener(name, handle, { signal });
		on('keydown', (event) => this.#keydown(event));
		on('mousedown', (event) => this.#mousedown(event));
		on('mouseover', (event) => {
			const place = event.buttons === 1 ? this.#table.placeOf(event.target) : null;
			if (place && this.#state.editing === null) this.#go({ type: 'go', place, extend: true });
		});
		on('dblclick', () => {
			if (this.#table.keyAt(this.#state.active) !== null) this.#go({ type: 'edit', how: 'caret' });
		});
		on('focusin', (event) => this.#focusin(event));
		on('focusout', ({ target }) => target instanceof HTMLInputElement && this.#keep());
		on('input', ({ target }) => {
			if (target instanceof HTMLInputElement)
				this.#note(target.name.slice(cellField('').length), target.value);
		});
		on('copy', (event) => this.#copy(event));
		on('paste', (event) => this.#paste(event));
		for (const name of ['input', 'change'])
			this.#form.addEventListener(name, () => this.#shared.save(), { signal });
		this.#form.addEventListener('submit', () => this.#keep(), { signal, capture: true });
		this.#form.addEventListener('formdata', ({ formData }) => this.#send(formData), { signal });
	}

	get #cells(): Cells {
		const table = this.#table;
		return {
			rows: table.rows,
			cols: table.cols,
			keyAt: table.keyAt,
			textOf: (key) => table.input(key)?.value ?? this.#kept.get(key)?.text ?? '',
			tidy: (text) => tidyCell(text, this.#options.locale)
		};
	}

	/** What stands in a cell as it was recorded. */
	#saved(key: string): string {
		const was = (this.#kept.get(key)?.base ?? this.#bases.get(key))?.was ?? null;
		return was === null ? '' : formatShortDay(was, this.#options.locale);
	}

	/** What was filled in before the scripts had come, or came back with what is wrong. */
	#adopt(): void {
		for (const [key, input] of this.#table.inputs()) {
			const base = this.#bases.get(key);
			if (base && !this.#kept.get(key) && input.value !== this.#saved(key)) {
				this.#kept.set(key, { text: input.value, base });
			}
		}
		this.#kept.save();
	}

	#keydown(event: KeyboardEvent): void {
		const { key, shiftKey: shift, altKey: alt, isComposing } = event;
		if (isComposing || !this.#table.placeOf(event.target)) return;
		const ctrl = event.ctrlKey || event.metaKey;
		const command = commandOf({ key, ctrl, shift, alt }, this.#state.editing);
		if (!command) return;
		// The browser puts the character in the cell, which has the focus by then.
		if (command.type === 'type') {
			const closed = this.#table.keyAt(this.#state.active) === null;
			if (closed) this.#report(m.grid_said_closed());
			else this.#go({ type: 'edit', how: 'replace' });
		} else {
			event.preventDefault();
			this.#do(command);
		}
	}

	#do(command: Exclude<Command, { type: 'type' }>): void {
		switch (command.type) {
			case 'undo':
				return this.undo();
			case 'redo':
				return this.redo();
			case 'fill':
				return this.fill();
			case 'take-away':
				return this.#change(takeAwayChanges(blockOf(this.#state), this.#cells, TAKE_AWAY));
			case 'cancel': {
				const key = this.#table.keyAt(this.#state.active);
				const input = key === null ? undefined : this.#table.input(key);
				if (key !== null && input && this.#before !== null) {
					input.value = this.#before;
					this.#note(key, this.#before);
				}
				return this.#go({ type: 'leave', to: 'stay' });
			}
			default:
				this.#go(command);
		}
	}

	#go(action: GridAction): void {
		const shape = {
			rows: this.#table.rows,
			cols: this.#table.cols,
			canEdit: (place: Place) => this.#table.keyAt(place) !== null
		};
		if (action.type !== 'edit') this.#keep();
		else if (!shape.canEdit(this.#state.active)) this.#table.follow(this.#state.active);
		this.#state = reduce(this.#state, action, shape);
		if (this.#state.editing !== null) this.#before ??= this.#table.textAt(this.#state.active);
		this.#table.show(this.#state, true);
	}

	/** What was typed in a cell is a change from now on. */
	#keep(): void {
		const before = this.#before;
		this.#before = null;
		const key = before === null ? null : this.#table.keyAt(this.#state.active);
		const input = key === null ? undefined : this.#table.input(key);
		if (before === null || key === null || !input) return;
		this.#state = { ...this.#state, editing: null };
		const tidy = this.#cells.tidy(input.value);
		// Empty leaves alone what stood there.
		const after = tidy === '' ? this.#saved(key) : tidy;
		input.value = after;
		const changes = before === after ? [] : [{ key, before, after }];
		this.#history.add(changes);
		this.#judge(key, after);
		this.#kept.save();
		this.#report('');
	}

	#mousedown(event: MouseEvent): void {
		const place = this.#table.placeOf(event.target);
		if (!place || event.button !== 0) return;
		if (event.target instanceof Element && event.target.closest('a')) return;
		const { row, col } = this.#state.active;
		const here = place.row === row && place.col === col;
		if (here && this.#state.editing !== null) return;
		// A click chooses a cell, as in a spreadsheet; a second one goes into its text.
		event.preventDefault();
		this.#go({ type: 'go', place, extend: event.shiftKey });
	}

	/** Also by touch, or by a reader that goes to the field itself. */
	#focusin({ target }: FocusEvent): void {
		const place = this.#table.placeOf(target);
		if (!place) return;
		const { row, col } = this.#state.active;
		const here = place.row === row && place.col === col;
		if (target instanceof HTMLInputElement) {
			if (here && this.#state.editing !== null) return;
			this.#state = { active: place, anchor: place, editing: 'caret' };
			this.#before = target.value;
			this.#table.show(this.#state, false);
		} else if (!here) {
			this.#state = { active: place, anchor: place, editing: null };
			this.#table.show(this.#state, false);
		}
	}

	#copy(event: ClipboardEvent): void {
		if (this.#state.editing !== null || !event.clipboardData) return;
		const { top, bottom, left, right } = blockOf(this.#state);
		const rows = Array.from({ length: bottom - top + 1 }, (_row, down) =>
			placesOf({ top: top + down, bottom: top + down, left, right }).map((place) =>
				copiedCell(this.#table.textAt(place))
			)
		);
		event.clipboardData.setData('text/plain', writeBlock(rows));
		event.preventDefault();
		this.#report(m.grid_said_copied({ count: rows.flat().length }));
	}

	#paste(event: ClipboardEvent): void {
		const text = event.clipboardData?.getData('text/plain') ?? '';
		const isBlock = /[\t\r\n]/.test(text.trim());
		if (this.#state.editing !== null && !isBlock) return;
		event.preventDefault();
		if (this.#state.editing !== null) this.#go({ type: 'leave', to: 'stay' });
		this.#change(pasteChanges(readBlock(text), blockOf(this.#state), this.#cells));
	}

	/** Changes cells at once, to be undone at once, and says how many. */
	#change({ changes, skipped }: Changes): void {
		this.#history.add(changes);
		this.#set(changes, skipped);
	}

	#set(changes: readonly Change[], skipped = 0): void {
		for (const { key, after } of changes) {
			const input = this.#table.input(key);
			if (input) input.value = after;
			this.#judge(key, after);
		}
		this.#kept.save();
		// Tells the page that a form is being filled in, so that it does not refresh by itself.
		if (changes.length > 0) this.#form.dispatchEvent(new Event('input', { bubbles: true }));
		const said =
			changes.length === 0 ? m.grid_said_nothing() : m.grid_said_changed({ count: changes.length });
		this.#report(skipped > 0 ? `${said} ${m.grid_said_skipped({ count: skipped })}` : said);
	}

	/** While somebody types: keeps the text, without saying what is wrong with it. */
	#note(key: string, text: string): void {
		const base = this.#kept.get(key)?.base ?? this.#bases.get(key);
		if (!base) return;
		const { lane, today } = this.#options;
		if (readCell(lane, base, text, today).kind === 'none') this.#kept.delete(key);
		else this.#kept.set(key, { text, base });
		this.#kept.save();
		this.#report(this.#said);
	}

	#judge(key: string, text: string): void {
		const base = this.#kept.get(key)?.base ?? this.#bases.get(key);
		if (!base) return;
		const { lane, today, locale } = this.#options;
		const read = readCell(lane, base, text, today);
		if (read.kind === 'none') this.#kept.delete(key);
		else this.#kept.set(key, { text, base });
		const fault = read.kind === 'fault' ? faultText(read.fault, text, locale) : null;
		this.#table.mark(key, read.kind !== 'none', fault);
	}

	/** Only what was changed is sent, with what it was when it was changed. */
	#send(form: FormData): void {
		for (const name of [...form.keys()]) if (name.startsWith(cellField(''))) form.delete(name);
		const kept = this.#kept.entries();
		for (const [key, { text }] of kept) form.set(cellField(key), text);
		form.set(BASE_FIELD, writeBases(kept.map(([key, { base }]) => [key, base])));
	}

	#report(said: string): void {
		this.#said = said;
		const keys = this.#kept.entries().map(([key]) => key);
		this.#options.tell({
			changed: keys.length,
			elsewhere: keys.filter((key) => !this.#table.input(key)).length,
			canUndo: this.#history.canUndo,
			canRedo: this.#history.canRedo,
			said
		});
	}
}
