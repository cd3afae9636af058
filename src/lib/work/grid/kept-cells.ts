import { readKept, writeKept } from '#lib/base/form/kept-form.ts';
import type { CellBase } from './cell.ts';
import { readBases, writeBases } from './base-field.ts';

/** A cell that was changed and is not recorded: its text, and what it was when it was changed. */
export interface KeptCell {
	text: string;
	base: CellBase;
}

/** The changed cells of one table in this tab, for one reader; they outlive a reload and another page. */
export class KeptCells {
	#name: string;
	#owner: string;
	#cells = new Map<string, KeptCell>();

	constructor(name: string, owner: string) {
		this.#name = name;
		this.#owner = owner;
		for (const [key, states] of Object.entries(readKept(name, owner) ?? {})) {
			const [text, base] = states;
			const read = readBases(String(base)).get(key);
			if (typeof text === 'string' && read) this.#cells.set(key, { text, base: read });
		}
	}

	get = (key: string): KeptCell | undefined => this.#cells.get(key);
	entries = (): [string, KeptCell][] => [...this.#cells];

	get size(): number {
		return this.#cells.size;
	}

	set(key: string, cell: KeptCell): void {
		this.#cells.set(key, cell);
	}

	delete(key: string): void {
		this.#cells.delete(key);
	}

	clear(): void {
		this.#cells.clear();
		this.save();
	}

	/** Once for many changes. */
	save(): void {
		const kept = this.entries().map(([key, { text, base }]) => [
			key,
			[text, writeBases([[key, base]])]
		]);
		writeKept(this.#name, this.#owner, Object.fromEntries(kept) as Record<string, string[]>);
	}
}
