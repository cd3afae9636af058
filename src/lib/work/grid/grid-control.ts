import { m } from '#lib/paraglide/messages.js';
import { readBlock, writeBlock } from './block.ts';
import { copiedCell, TAKE_AWAY, type CellBase } from './cell.ts';
import {
	fillChanges,
	pasteChanges,
	takeAwayChanges,
	type Change,
	type Changes
} from './changes.ts';
import { cellField } from './field-name.ts';
import { GridEntries, type EntryOptions } from './grid-entries.ts';
import { GridTable } from './grid-table.ts';
import { KeptShared } from './kept-shared.ts';
import { commandOf, type Command } from './keys.ts';
import {
	blockOf,
	placesOf,
	reduce,
	startState,
	type GridAction,
	type GridState,
	type Place
} from './selection.ts';

export interface GridNow extends ReturnType<GridEntries['count']> {
	/** What was just done, to be read aloud. */
	said: string;
}

export interface GridOptions extends EntryOptions {
	tell: (now: GridNow) => void;
}

/** Makes a table of inputs in a form work as a spreadsheet. */
export class GridControl {
	#form: HTMLFormElement;
	#table: GridTable;
	#options: GridOptions;
	#entries: GridEntries;
	#shared: KeptShared;
	#state: GridState = startState();
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
		this.#entries = new GridEntries(this.#table, bases, options);
		this.#shared = new KeptShared(form, `grid ${options.lane} beside`, options.owner);
		this.restored = this.#entries.restored || this.#shared.restored;
		this.#table.read();
		const start = this.#table.start();
		this.#state = { active: start, anchor: start, editing: null };
		this.#entries.adopt();
		this.#listen();
		this.refresh(bases);
	}

	stop(): void {
		this.#stop.abort();
	}

	/** After the data of the page came again: shows what was recorded, and what was changed and was not. */
	refresh(bases: Iterable<readonly [string, CellBase]>): void {
		this.#table.read();
		this.#entries.refresh(bases);
		this.#table.show(this.#state, false);
		this.#report('');
	}

	/** These are dealt with: recorded, or left alone. */
	settle(keys: readonly string[]): void {
		this.#entries.settle(keys);
	}

	/** Everything was recorded. */
	forget(): void {
		this.#entries.forget();
		this.#shared.forget();
	}

	discard(): void {
		this.#change({ changes: this.#entries.back(), skipped: 0 });
	}

	undo = (): void => this.#set(this.#entries.undo());
	redo = (): void => this.#set(this.#entries.redo());
	fill = (): void => this.#change(fillChanges(blockOf(this.#state), this.#entries.cells));

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
		this.#form.addEventListener('formdata', ({ formData }) => this.#entries.send(formData), {
			signal
		});
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
				return this.#change(takeAwayChanges(blockOf(this.#state), this.#entries.cells, TAKE_AWAY));
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
		const tidy = this.#entries.cells.tidy(input.value);
		// Empty leaves alone what stood there.
		const after = tidy === '' ? this.#entries.recorded(key) : tidy;
		const change = { key, before, after };
		if (before !== after) this.#entries.remember([change]);
		this.#entries.put([change]);
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
		this.#change(pasteChanges(readBlock(text), blockOf(this.#state), this.#entries.cells));
	}

	/** Changes cells at once, to be undone at once, and says how many. */
	#change({ changes, skipped }: Changes): void {
		this.#entries.remember(changes);
		this.#set(changes, skipped);
	}

	#set(changes: readonly Change[], skipped = 0): void {
		this.#entries.put(changes);
		// Tells the page that a form is being filled in, so that it does not refresh by itself.
		if (changes.length > 0) this.#form.dispatchEvent(new Event('input', { bubbles: true }));
		const said =
			changes.length === 0 ? m.grid_said_nothing() : m.grid_said_changed({ count: changes.length });
		this.#report(skipped > 0 ? `${said} ${m.grid_said_skipped({ count: skipped })}` : said);
	}

	#note(key: string, text: string): void {
		this.#entries.note(key, text);
		this.#report(this.#said);
	}

	#report(said: string): void {
		this.#said = said;
		this.#options.tell({ ...this.#entries.count(), said });
	}
}
