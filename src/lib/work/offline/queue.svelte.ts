import type { ActionResult } from '@sveltejs/kit';
import { settleAccount } from './account.ts';
import { inOrder, nextToSend, readEntry, writeEntry, type Entry } from './entry.ts';
import { outcomeOf, type SendOutcome } from './outcome.ts';
import { seal, unseal } from './seal.ts';
import { SENT_FIELDS } from './sent.ts';
import { listStored, putStored, removeStored, type StoredKey } from './store.ts';

/** Only one tab of a browser sends. */
const LOCK = 'ido-queue';

/** Milliseconds that one answer may take: who waits longer holds up every tab, and may send it again. */
const PATIENCE = 30_000;

/** What waits in this browser for the account that is signed in: held, shown, and sent in order. */
export class WaitingQueue {
	/** In order. */
	entries = $state<Entry[]>([]);
	/** Of a newer version of the product than this page: not read, not sent, not lost. */
	newer = $state(0);
	/** Why nothing is sent now. */
	trouble = $state<'later' | 'sign_in' | null>(null);
	/** How many were recorded since the page was opened. */
	sent = $state(0);
	#key: StoredKey | null = null;
	#address: string;
	#read: (text: string) => ActionResult;
	#opened: Promise<void> | undefined;

	/** `address` has the key of the account; `read` reads the answer of a form action. */
	constructor(address: string, read: (text: string) => ActionResult) {
		this.#address = address;
		this.#read = read;
	}

	/** Begins to show, and sends what waits; trying again is for who has the queue. */
	start(): void {
		void this.whose().then(() => this.flush());
	}

	/** The key of who is signed in, as soon as it is known; null for nobody, and in a browser that keeps nothing. */
	async whose(): Promise<StoredKey | null> {
		await (this.#opened ??= this.#open());
		return this.#key;
	}

	/**
	 * Puts entries in the queue, once it is known whose they are; false when this browser cannot, and they
	 * are still only in the form.
	 */
	async hold(entries: readonly Entry[]): Promise<boolean> {
		if (entries.length === 0 || (await this.whose()) === null) return false;
		try {
			for (const entry of entries) await this.#put(entry);
			await this.#list();
		} catch {
			return false;
		}
		this.trouble = 'later';
		return true;
	}

	/** Takes an entry out: its author does not want it any more, or leaves what a colleague recorded. */
	async remove({ key }: Entry): Promise<void> {
		await removeStored(key);
		await this.#list();
	}

	/** Sends what was refused once more, as its author chose. */
	async insist(entry: Entry): Promise<void> {
		if (entry.refused === null) return;
		const { again: fields, action } = entry.refused;
		await this.#put({ ...entry, fields, action, refused: null });
		await this.#list();
		await this.flush(true);
	}

	/**
	 * Sends what can be sent, one at a time; stops when the server cannot be reached or asks who is there.
	 * Who asked for it (`asked`) also gets a try after one that is on its way.
	 */
	async flush(asked = false): Promise<void> {
		await navigator.locks.request(LOCK, { ifAvailable: !asked }, async (lock) => {
			if (lock === null) return;
			// Another tab may have sent them.
			await this.#list();
			if (this.entries.length > 0) {
				await this.#settle();
				// Somebody else may have signed in in another tab: what waits is not hers.
				await this.#list();
			}
			for (let next = nextToSend(this.entries); next; next = nextToSend(this.entries)) {
				const sent = await this.#send(next);
				if (sent.outcome === 'later' || sent.outcome === 'sign_in') {
					this.trouble = sent.outcome;
					return;
				}
				if (sent.outcome === 'refused') await this.#put({ ...next, refused: sent.refusal });
				else {
					await removeStored(next.key);
					this.sent += 1;
				}
				await this.#list();
			}
			this.trouble = null;
		});
	}

	async #open(): Promise<void> {
		if (!isSecureContext) return;
		try {
			await this.#settle();
			await this.#list();
		} catch {
			// A browser that keeps nothing: forms work as without a queue.
		}
	}

	async #settle(): Promise<void> {
		this.#key = await settleAccount(this.#address);
	}

	async #send({ action, fields, madeAt }: Entry): Promise<SendOutcome> {
		if (this.#key === null) return { outcome: 'sign_in' };
		const body = new FormData();
		for (const [name, value] of fields) body.append(name, value);
		body.set(SENT_FIELDS.madeAt, madeAt);
		body.set(SENT_FIELDS.account, this.#key.account);
		try {
			const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
			const response = await fetch(action, {
				...{ method: 'POST', headers, body },
				signal: AbortSignal.timeout(PATIENCE)
			});
			return outcomeOf(this.#read(await response.text()), { fields, action });
		} catch {
			return { outcome: 'later' };
		}
	}

	async #put(entry: Entry): Promise<void> {
		if (this.#key === null) return;
		const { account, key } = this.#key;
		await putStored({ id: entry.key, account, ...(await seal(key, writeEntry(entry))) });
	}

	async #list(): Promise<void> {
		const settled = this.#key;
		const stored = settled ? await listStored() : [];
		const own = stored.filter(({ account }) => account === settled?.account);
		const texts = await Promise.all(own.map((one) => unseal(settled!.key, one)));
		const read = texts.map((text) => (text === null ? null : readEntry(text)));
		this.entries = inOrder(read.filter((entry) => entry !== null));
		this.newer = read.length - this.entries.length;
	}
}
