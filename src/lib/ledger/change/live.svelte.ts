import { followVersion } from './shared-stream.ts';

/** Pages that are open everywhere do not all ask at the same moment, milliseconds. */
const SPREAD_MS = 300;

/**
 * Follows the version of the data by server-sent events, and refreshes the page when it moves;
 * never while a form is being filled in: then it waits until the reader asks for it.
 */
export class LiveVersion {
	/** There is news, but a form is open. */
	waiting = $state(false);
	/** There is news, but it could not be fetched: what is shown is old. */
	missed = $state(false);
	/** When the page was refreshed last, milliseconds since the epoch. */
	refreshedAt = $state<number | null>(null);

	#seen: number | null = null;
	/** The newest version that the page was made from. */
	#shown: number | null = null;
	/** Fields in which something was typed that is posted. */
	#touched: Element[] = [];
	#refreshing = false;
	#reload: () => Promise<boolean>;

	constructor(reload: () => Promise<boolean>) {
		this.#reload = reload;
	}

	/** Follows what the stream at this address announces; answers how to stop. */
	listen(address: string): () => void {
		return followVersion(address, (version) => this.hear(version));
	}

	/** The version that the page was made from. */
	startAt(version: number | null): void {
		if (version === null) return;
		if (this.#seen === null || version > this.#seen) this.#seen = version;
		if (this.#shown === null || version > this.#shown) this.#shown = version;
	}

	/** A version was announced; the first one is where counting starts. */
	hear(version: number): void {
		if (this.#seen === null) this.#seen = version;
		if (version <= this.#seen) return;
		this.#seen = version;
		setTimeout(() => void this.#refreshUnlessTyping(), Math.random() * SPREAD_MS);
	}

	/** Something was typed: in a form that is posted the page must stay as it is. */
	formTouched(target: EventTarget | null): void {
		if (!(target instanceof Element) || this.#touched.includes(target)) return;
		if (target.closest('form[method="post" i]')) this.#touched.push(target);
	}

	/** The reader went elsewhere, as after a form that was taken. */
	formClosed(): void {
		this.#touched = [];
		this.waiting = false;
		this.missed = false;
	}

	/** Not now: said again when there is more news. */
	hide(): void {
		this.waiting = false;
		this.missed = false;
	}

	/** Shows the news now; the reader asked for it, or nothing was being filled in. */
	async refresh(): Promise<void> {
		this.waiting = false;
		if (this.#refreshing) return;
		this.#refreshing = true;
		const shown = this.#seen;
		try {
			this.missed = !(await this.#reload());
			if (!this.missed) this.refreshedAt = Date.now();
		} finally {
			this.#refreshing = false;
		}
		// What was announced meanwhile may have come too late for this refresh.
		if (!this.missed && shown !== this.#seen) await this.#refreshUnlessTyping();
	}

	/** What was typed in a field that is gone waits elsewhere, or was taken. */
	#isFormOpen(): boolean {
		this.#touched = this.#touched.filter(({ isConnected }) => isConnected);
		return this.#touched.length > 0;
	}

	async #refreshUnlessTyping(): Promise<void> {
		// The page of who saved something has it already, often before the others hear of it.
		if (this.#shown !== null && this.#seen !== null && this.#shown >= this.#seen) return;
		if (this.#isFormOpen()) this.waiting = true;
		else await this.refresh();
	}
}
