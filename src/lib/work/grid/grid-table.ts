import { cellField, faultId } from './field-name.ts';
import { blockOf, placesOf, type Block, type GridState, type Place } from './selection.ts';

/** The cells of a table on the page, by their place and by their name. */
export class GridTable {
	#table: HTMLTableElement;
	#cells: HTMLTableCellElement[][] = [];
	#inputs = new Map<string, HTMLInputElement>();
	#shown: Block | null = null;
	#stop: HTMLTableCellElement | null = null;

	constructor(table: HTMLTableElement) {
		this.#table = table;
	}

	/** Reads the cells anew; from now on it is a grid, of which one cell takes the focus of the keyboard. */
	read(): void {
		this.#table.setAttribute('role', 'grid');
		this.#table.setAttribute('aria-multiselectable', 'true');
		this.#cells = [...this.#table.tBodies].flatMap((body) =>
			[...body.rows].map((row) => [...row.cells])
		);
		this.#inputs.clear();
		for (const cell of this.#cells.flat()) {
			const input = cell.querySelector('input');
			if (!input) {
				cell.setAttribute('aria-readonly', 'true');
				// The name of a row is a cell too: Enter follows its link.
				for (const link of cell.querySelectorAll('a')) link.tabIndex = -1;
			} else {
				input.tabIndex = -1;
				this.#inputs.set(input.name.slice(cellField('').length), input);
			}
		}
		this.#shown = null;
	}

	get rows(): number {
		return this.#cells.length;
	}

	get cols(): number {
		return this.#cells[0]?.length ?? 0;
	}

	inputs = (): ReadonlyMap<string, HTMLInputElement> => this.#inputs;

	input = (key: string): HTMLInputElement | undefined => this.#inputs.get(key);

	cellAt = ({ row, col }: Place): HTMLTableCellElement | undefined => this.#cells[row]?.[col];

	keyAt = (place: Place): string | null => {
		const name = this.cellAt(place)?.querySelector('input')?.name;
		return name === undefined ? null : name.slice(cellField('').length);
	};

	/** Follows the link of the name of a row. */
	follow(place: Place): void {
		this.cellAt(place)?.querySelector('a')?.click();
	}

	/** The text of a cell, also of one that cannot be filled in. */
	textAt(place: Place): string {
		const cell = this.cellAt(place);
		const shown = cell?.querySelector('.day, a')?.textContent ?? '';
		return cell?.querySelector('input')?.value ?? shown.trim();
	}

	placeOf(node: EventTarget | null): Place | null {
		const cell =
			node instanceof Element ? node.closest<HTMLTableCellElement>('td, tbody th') : null;
		const line = cell?.parentElement;
		if (!cell || !(line instanceof HTMLTableRowElement)) return null;
		const row = line.sectionRowIndex;
		const col = this.#cells[row]?.indexOf(cell) ?? -1;
		return col < 0 ? null : { row, col };
	}

	/** The first cell that can be filled in, or the first of all. */
	start(): Place {
		for (const [row, cells] of this.#cells.entries()) {
			const col = cells.findIndex((cell) => cell.querySelector('input') !== null);
			if (col >= 0) return { row, col };
		}
		return { row: 0, col: 0 };
	}

	/** Shows the block and the cell that the keyboard is in. */
	show(state: GridState, focus: boolean): void {
		const block = blockOf(state);
		const single = block.top === block.bottom && block.left === block.right;
		const marked = new Set(single ? [] : placesOf(block).map((place) => this.cellAt(place)));
		if (this.#shown) {
			for (const place of placesOf(this.#shown)) {
				const cell = this.cellAt(place);
				if (!marked.has(cell)) cell?.removeAttribute('aria-selected');
			}
		}
		for (const cell of marked) cell?.setAttribute('aria-selected', 'true');
		this.#shown = block;
		const active = this.cellAt(state.active);
		if (!active) return;
		if (active !== this.#stop) {
			this.#stop?.removeAttribute('tabindex');
			active.tabIndex = 0;
			this.#stop = active;
		}
		if (!focus) return;
		const input = state.editing === null ? null : active.querySelector('input');
		if (!input) active.focus();
		else {
			input.focus();
			if (state.editing === 'replace') input.select();
			else input.setSelectionRange(input.value.length, input.value.length);
		}
	}

	/** Says of a cell whether it was changed, and what is wrong with it. */
	mark(key: string, changed: boolean, fault: string | null): void {
		const input = this.#inputs.get(key);
		const cell = input?.closest('td');
		if (!input || !cell) return;
		cell.classList.toggle('changed', changed);
		// What the server said is of the text that was sent.
		for (const old of cell.querySelectorAll('.fault')) old.remove();
		input.removeAttribute('aria-describedby');
		input.toggleAttribute('aria-invalid', false);
		if (fault === null) return;
		const text = document.createElement('small');
		Object.assign(text, { className: 'fault', id: faultId(key), textContent: fault });
		cell.append(text);
		input.setAttribute('aria-invalid', 'true');
		input.setAttribute('aria-describedby', text.id);
	}
}
