import type { KeptPage } from './kept-page.ts';

/** Kept pages by address, at most `limit` bytes together; what was not asked for longest goes first. */
export class PageStore {
	readonly #pages = new Map<string, KeptPage>();
	readonly #limit: number;
	#size = 0;

	constructor(limit: number) {
		this.#limit = limit;
	}

	get size(): number {
		return this.#size;
	}

	get(key: string): KeptPage | undefined {
		const page = this.#pages.get(key);
		if (!page) return undefined;
		this.#pages.delete(key);
		this.#pages.set(key, page);
		return page;
	}

	set(key: string, page: KeptPage): void {
		this.#pages.delete(key);
		this.#pages.set(key, page);
		this.#measure();
	}

	/** Counts again, because pages get other codings, and lets go of what is too much. */
	#measure(): void {
		this.#size = 0;
		for (const [key, page] of this.#pages) this.#size += page.size + 2 * key.length;
		for (const [key, page] of this.#pages) {
			if (this.#size <= this.#limit) return;
			this.#pages.delete(key);
			this.#size -= page.size + 2 * key.length;
		}
	}
}
