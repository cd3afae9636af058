import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { writeBases } from './base-field.ts';
import { readCell, tidyCell, type CellBase, type GridLane } from './cell.ts';
import { ChangeHistory, type Cells, type Change } from './changes.ts';
import { BASE_FIELD, cellField } from './field-name.ts';
import type { GridTable } from './grid-table.ts';
import { KeptCells } from './kept-cells.ts';
import { faultText } from './labels.ts';

export interface EntryOptions {
	lane: GridLane;
	/** Asked at each cell: the table may stand open overnight. */
	today: () => Day;
	locale: string;
	/** Whose changes are kept in this tab. */
	owner: string;
}

type Bases = Iterable<readonly [string, CellBase]>;

/** What stands in the cells of the table: what was recorded, what was changed since, and what is wrong with it. */
export class GridEntries {
	#table: GridTable;
	#options: EntryOptions;
	#kept: KeptCells;
	#history = new ChangeHistory();
	#bases: ReadonlyMap<string, CellBase>;
	/** Whether changes of before were put back. */
	readonly restored: boolean;

	constructor(table: GridTable, bases: Bases, options: EntryOptions) {
		this.#table = table;
		this.#options = options;
		this.#kept = new KeptCells(`grid ${options.lane}`, options.owner);
		this.#bases = new Map(bases);
		this.restored = this.#kept.size > 0;
	}

	/** Shows what is recorded by now, and what was changed and is not. */
	refresh(bases: Bases): void {
		this.#bases = new Map(bases);
		for (const [key, input] of this.#table.inputs()) {
			const text = this.#kept.get(key)?.text ?? this.recorded(key);
			// Somebody may be typing there.
			if (input !== document.activeElement && input.value !== text) input.value = text;
			if (this.#kept.get(key)) input.closest('td')?.classList.add('changed');
			else if (input.closest('td.changed, td:has(.fault)')) this.#table.mark(key, false, null);
		}
	}

	/** Takes over what was filled in before the scripts had come, or came back with what is wrong. */
	adopt(): void {
		for (const [key, input] of this.#table.inputs()) {
			const base = this.#bases.get(key);
			if (base && !this.#kept.get(key) && input.value !== this.recorded(key)) {
				this.#kept.set(key, { text: input.value, base });
			}
		}
		this.#kept.save();
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
		this.#history.clear();
	}

	/** The changes that take all changes back. */
	back(): Change[] {
		return this.#kept.entries().map(([key, { text }]) => {
			return { key, before: text, after: this.recorded(key) };
		});
	}

	get cells(): Cells {
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
	recorded(key: string): string {
		const was = this.#baseOf(key)?.was ?? null;
		return was === null ? '' : formatShortDay(was, this.#options.locale);
	}

	/** Remembers these as one step, to be undone at once. */
	remember(changes: readonly Change[]): void {
		this.#history.add(changes);
	}

	undo = (): readonly Change[] => this.#history.undo();
	redo = (): readonly Change[] => this.#history.redo();

	/** While somebody types: keeps the text, without saying what is wrong with it. */
	note(key: string, text: string): void {
		if (this.#keep(key, text)) this.#kept.save();
	}

	/** Puts texts in cells, and says of each what is wrong with it. */
	put(changes: readonly Change[]): void {
		const { locale } = this.#options;
		for (const { key, after } of changes) {
			const input = this.#table.input(key);
			if (input) input.value = after;
			const read = this.#keep(key, after);
			if (!read) continue;
			const fault = read.kind === 'fault' ? faultText(read.fault, after, locale) : null;
			this.#table.mark(key, read.kind !== 'none', fault);
		}
		this.#kept.save();
	}

	/** Only what was changed is sent, with what it was when it was changed. */
	send(form: FormData): void {
		for (const name of [...form.keys()]) if (name.startsWith(cellField(''))) form.delete(name);
		const kept = this.#kept.entries();
		for (const [key, { text }] of kept) form.set(cellField(key), text);
		form.set(BASE_FIELD, writeBases(kept.map(([key, { base }]) => [key, base])));
	}

	/** Cells that were changed and are not recorded, how many on other pages, and what can be undone. */
	count() {
		const keys = this.#kept.entries().map(([key]) => key);
		return {
			changed: keys.length,
			elsewhere: keys.filter((key) => !this.#table.input(key)).length,
			canUndo: this.#history.canUndo,
			canRedo: this.#history.canRedo
		};
	}

	/** What a cell was when it was changed, or else what it is. */
	#baseOf(key: string): CellBase | undefined {
		return this.#kept.get(key)?.base ?? this.#bases.get(key);
	}

	#keep(key: string, text: string) {
		const base = this.#baseOf(key);
		if (!base) return null;
		const read = readCell(this.#options.lane, base, text, this.#options.today());
		if (read.kind === 'none') this.#kept.delete(key);
		else this.#kept.set(key, { text, base });
		return read;
	}
}
