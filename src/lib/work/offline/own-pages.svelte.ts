import type { ActionResult } from '@sveltejs/kit';
import { createContext } from 'svelte';
import { nextToSend } from './entry.ts';
import { keepPages } from './keep-pages.ts';
import { keptAddress } from './own-page.ts';
import { pagesAhead } from './pages-ahead.ts';
import { WaitingQueue } from './queue.svelte.ts';

/** A page that is open is kept again after this many milliseconds; one that nobody opened after four hours. */
const FRESH = 60_000;
const FRESH_AHEAD = 4 * 60 * 60 * 1000;

/** Milliseconds that a page gets to itself, before others are fetched. */
const SETTLED = 1_500;

/** How many entries were sent just before a page was opened anew. */
const SENT = 'ido.sent';

/** In a browser that is asked to use little network only what is opened is kept. */
const isSaving = (): boolean =>
	(navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** What the pages of an adviser's work share: what waits in this browser, and what it keeps of them. */
export class OwnPages {
	readonly queue: WaitingQueue;
	/** When the page that is shown was kept, in milliseconds since the epoch; null for one from the server. */
	keptAt = $state<number | null>(null);
	/** The server can be reached again, but something is being filled in on a kept page. */
	isBack = $state(false);
	/** The server is looked for: on a kept page, and while something waits to be sent. */
	readonly looks = $derived.by(
		() => this.keptAt !== null || nextToSend(this.queue.entries) !== undefined
	);
	/** Kept, and asked for in vain: the address of a page that cannot come. */
	instead = $state<string | null>(null);
	#address: string;
	#running: AbortController | undefined;
	/** Fields in which something was typed that is posted. */
	#touched: Element[] = [];

	/** `address` has the key of the account; `read` reads the answer of a form action. */
	constructor(address: string, read: (text: string) => ActionResult) {
		this.#address = address;
		this.queue = new WaitingQueue(address, read);
	}

	/** Begins to keep, show and send; answers how to stop. Nothing where a browser has no cryptography. */
	start(): (() => void) | undefined {
		if (!isSecureContext) return undefined;
		const said = document.documentElement.dataset.keptAt;
		this.keptAt = said ? Date.parse(said) : null;
		this.queue.sent = takeSent();
		this.queue.start();
		const stop = startWorker((address) => (this.instead = address));
		return () => {
			stop();
			this.#running?.abort();
		};
	}

	/** Something is being filled in on the page. */
	touch(target: EventTarget | null): void {
		if (target instanceof Element && target.closest('form[method="post" i]')) {
			this.#touched.push(target);
		}
	}

	/** A page came from the server: it is kept, and with the list what she will probably want. */
	opened(url: URL): void {
		this.#touched = [];
		if (this.keptAt === null) void this.#keep(url);
	}

	/** Another page came in the place of a kept one. */
	left(): void {
		this.keptAt = null;
		this.isBack = false;
		delete document.documentElement.dataset.keptAt;
	}

	/** Opens the page anew, from the server. */
	reload(): void {
		if (this.queue.sent > 0) sessionStorage.setItem(SENT, String(this.queue.sent));
		location.reload();
	}

	/** Sends what waits, once the server is there; a kept page is opened anew then. */
	async look(): Promise<void> {
		if (this.keptAt === null) return this.queue.flush();
		try {
			const signal = AbortSignal.timeout(3_000);
			const options = { cache: 'no-store', redirect: 'manual', signal } as const;
			this.isBack = (await fetch(this.#address, options)).status < 500;
		} catch {
			this.isBack = false;
		}
		if (!this.isBack) return;
		await this.queue.flush(true);
		// What was sent, or waits, is not in its form any more.
		if (!this.#touched.some(({ isConnected }) => isConnected)) this.reload();
	}

	async #keep(url: URL): Promise<void> {
		const address = keptAddress(url);
		if (address === null || !navigator.serviceWorker) return;
		this.#running?.abort();
		const { signal } = (this.#running = new AbortController());
		await new Promise((resolve) => setTimeout(resolve, SETTLED));
		const key = await this.queue.whose();
		if (key === null || signal.aborted) return;
		const justRecorded = url.searchParams.has('gelukt') || url.searchParams.has('zojuist');
		await keepPages(key, [address], { freshFor: justRecorded ? 0 : FRESH, signal });
		if (!/\/mijn-bibliotheken$/.test(url.pathname) || isSaving()) return;
		const links = [...document.querySelectorAll('main a[href]')].map(
			(link) => link.getAttribute('href') ?? ''
		);
		await keepPages(key, pagesAhead(url, links), { freshFor: FRESH_AHEAD, signal });
	}
}

function takeSent(): number {
	const count = Number(sessionStorage.getItem(SENT) ?? 0);
	sessionStorage.removeItem(SENT);
	return count;
}

/**
 * Without a worker everything works as before, with a network. `tell` gets the address of a page that is
 * kept, when its data were asked for in vain.
 */
function startWorker(tell: (address: string | null) => void): () => void {
	const worker = navigator.serviceWorker;
	if (!worker) return () => undefined;
	const hear = ({ data }: MessageEvent) => {
		const { open } = (data ?? {}) as { open?: unknown };
		if (typeof open === 'string') tell(keptAddress(new URL(open)));
	};
	worker.register('/service-worker.js').catch(() => undefined);
	worker.addEventListener('message', hear);
	return () => worker.removeEventListener('message', hear);
}

export const [getOwnPages, setOwnPages] = createContext<OwnPages>();
