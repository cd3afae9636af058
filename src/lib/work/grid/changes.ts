import { placesOf, type Block, type Place } from './selection.ts';

/** One cell that became something else. */
export interface Change {
	key: string;
	before: string;
	after: string;
}

/** How the changes read and name the cells of a table. */
export interface Cells {
	rows: number;
	cols: number;
	/** Null for a place where nothing can be filled in. */
	keyAt: (place: Place) => string | null;
	textOf: (key: string) => string;
	/** A text as the table writes it. */
	tidy: (text: string) => string;
}

export interface Changes {
	changes: Change[];
	/** Texts for which there is no cell. */
	skipped: number;
}

/**
 * What pasting changes: the block from the upper left corner of the selection on, or one cell in all of
 * the selection. Empty cells leave alone what stands there.
 */
export function pasteChanges(
	texts: readonly (readonly string[])[],
	to: Block,
	cells: Cells
): Changes {
	const single = texts.length === 1 && texts[0]!.length === 1;
	const filled = single
		? placesOf(to).map((place) => ({ place, text: texts[0]![0]! }))
		: texts.flatMap((row, down) =>
				row.map((text, right) => ({ place: { row: to.top + down, col: to.left + right }, text }))
			);
	return changesOf(filled, cells);
}

/** What filling down changes: each cell of the selection becomes the upper one of its column. */
export function fillChanges(block: Block, cells: Cells): Changes {
	const filled = placesOf({ ...block, top: block.top + 1 }).flatMap((place) => {
		const from = cells.keyAt({ row: block.top, col: place.col });
		return from === null ? [] : [{ place, text: cells.textOf(from) }];
	});
	return { ...changesOf(filled, cells), skipped: 0 };
}

/** What taking away changes: a dash wherever something stands. */
export function takeAwayChanges(block: Block, cells: Cells, dash: string): Changes {
	const filled = placesOf(block).flatMap((place) => {
		const key = cells.keyAt(place);
		return key !== null && cells.textOf(key) !== '' ? [{ place, text: dash }] : [];
	});
	return changesOf(filled, cells);
}

function changesOf(filled: readonly { place: Place; text: string }[], cells: Cells): Changes {
	const changes: Change[] = [];
	let skipped = 0;
	for (const { place, text } of filled) {
		if (text.trim() === '') continue;
		const inside = place.row < cells.rows && place.col < cells.cols;
		const key = inside ? cells.keyAt(place) : null;
		if (key === null) {
			skipped += 1;
			continue;
		}
		const [before, after] = [cells.textOf(key), cells.tidy(text)];
		if (before !== after) changes.push({ key, before, after });
	}
	return { changes, skipped };
}

/** What was changed, to go back and forth through. */
export class ChangeHistory {
	#done: (readonly Change[])[] = [];
	#undone: (readonly Change[])[] = [];

	add(changes: readonly Change[]): void {
		if (changes.length === 0) return;
		this.#done.push(changes);
		this.#undone = [];
	}

	/** The changes that take back the last ones; empty when there are none. */
	undo(): readonly Change[] {
		const last = this.#done.pop();
		if (!last) return [];
		this.#undone.push(last);
		return last
			.map(({ key, before, after }) => ({ key, before: after, after: before }))
			.toReversed();
	}

	redo(): readonly Change[] {
		const next = this.#undone.pop();
		if (!next) return [];
		this.#done.push(next);
		return next;
	}

	/** What was recorded is taken back otherwise. */
	clear(): void {
		this.#done = [];
		this.#undone = [];
	}

	get canUndo(): boolean {
		return this.#done.length > 0;
	}

	get canRedo(): boolean {
		return this.#undone.length > 0;
	}
}
