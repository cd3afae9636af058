/**
 * One stream of news for all tabs of a browser. Over HTTP/1.1 a browser opens six connections to a
 * host, and a stream takes one for as long as it is open: with a stream per tab the seventh page
 * would wait for ever. So the tab that holds a lock has the stream and tells the others; a tab that
 * nobody looks at has no part in it; where the browser has no locks (plain http), each tab asks now
 * and then (docs/decisions/0033-one-stream-per-browser.md).
 */

/** The name of the lock and of the channel: one of each per browser and site. */
const NAME = 'ido-version';
/** Between two questions of a tab that can have no stream, milliseconds. */
const POLL_MS = 15_000;

/** What this needs of a browser; tests bring their own. */
export interface Surroundings {
	document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
	window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
	/** Absent on plain http. */
	locks?: Pick<LockManager, 'request'> | undefined;
	openChannel(name: string): Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;
	openStream(address: string): Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;
	/** The version now; throws when the server does not answer. */
	ask(address: string, signal: AbortSignal): Promise<number>;
}

/** Calls `hear` with every version that is announced, as long as the tab is looked at; answers how to stop. */
export function followVersion(
	address: string,
	hear: (version: number) => void,
	surroundings: Surroundings = browserSurroundings()
): () => void {
	const { document, window } = surroundings;
	let leave: (() => void) | null = null;

	const join = () => {
		if (document.visibilityState === 'visible') leave ??= takePart(address, hear, surroundings);
	};
	const stop = () => {
		leave?.();
		leave = null;
	};
	const look = () => (document.visibilityState === 'visible' ? join() : stop());

	document.addEventListener('visibilitychange', look);
	// A page that is left may be kept for the way back, and WebKit keeps its stream open meanwhile.
	window.addEventListener('pagehide', stop);
	window.addEventListener('pageshow', join);
	join();
	return () => {
		document.removeEventListener('visibilitychange', look);
		window.removeEventListener('pagehide', stop);
		window.removeEventListener('pageshow', join);
		stop();
	};
}

function takePart(
	address: string,
	hear: (version: number) => void,
	surroundings: Surroundings
): () => void {
	const leaving = new AbortController();
	const { signal } = leaving;
	const { locks } = surroundings;
	if (!locks) {
		askNowAndThen(address, hear, signal, surroundings);
		return () => leaving.abort();
	}
	let newest: number | null = null;
	const learn = (version: number) => {
		newest = version;
		hear(version);
	};
	const channel = surroundings.openChannel(NAME);
	let holds = false;
	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (typeof data === 'number') learn(data);
		else if (holds && newest !== null) channel.postMessage(newest);
	};
	// Whoever holds the stream answers with what it heard last.
	channel.postMessage('which');
	const held = locks.request(NAME, { signal }, () => {
		holds = true;
		return holdStream(address, signal, surroundings, (version) => {
			learn(version);
			channel.postMessage(version);
		});
	});
	// Waiting for the lock ends by leaving, which is no fault.
	held.catch(() => undefined);
	return () => {
		leaving.abort();
		channel.close();
	};
}

/** Keeps a stream open until the tab leaves; resolves then, which gives the lock to the next tab. */
function holdStream(
	address: string,
	signal: AbortSignal,
	surroundings: Surroundings,
	tell: (version: number) => void
): Promise<void> {
	const CLOSED = 2;
	const stream = surroundings.openStream(address);
	stream.addEventListener('version', (event) => tell(Number((event as MessageEvent<string>).data)));
	stream.addEventListener('error', () => {
		// The browser tries again by itself, but not after a refusal, as by a server with too many.
		if (stream.readyState === CLOSED) askNowAndThen(address, tell, signal, surroundings);
	});
	return new Promise((resolve) => {
		const end = () => {
			stream.close();
			resolve();
		};
		if (signal.aborted) end();
		else signal.addEventListener('abort', end, { once: true });
	});
}

/** Asks at once and then regularly, until the tab leaves. */
function askNowAndThen(
	address: string,
	tell: (version: number) => void,
	signal: AbortSignal,
	{ ask }: Pick<Surroundings, 'ask'>
): void {
	if (signal.aborted) return;
	const question = async () => {
		const version = await ask(address, signal).catch(() => null);
		// Away or overloaded: the next question tries again, and the page says so itself.
		if (version !== null && !signal.aborted) tell(version);
	};
	void question();
	const timer = setInterval(() => void question(), POLL_MS);
	signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

async function askVersion(address: string, signal: AbortSignal): Promise<number> {
	const response = await fetch(address, { headers: { accept: 'text/plain' }, signal });
	if (!response.ok) throw new Error(`no version: ${response.status}`);
	return Number(await response.text());
}

function browserSurroundings(): Surroundings {
	return {
		document,
		window,
		locks: 'BroadcastChannel' in window ? navigator.locks : undefined,
		openChannel: (name) => new BroadcastChannel(name),
		openStream: (address) => new EventSource(address),
		ask: askVersion
	};
}
