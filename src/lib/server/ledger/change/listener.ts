import pg from 'pg';

/** How the listener reaches the database, and how patient it is; tests make it quicker. */
export interface ListenerOptions {
	/** A connection of its own, that LISTENs all the time. */
	url: string;
	/** Reads the version the slow way; also finds out when an announcement got lost. */
	readVersion: () => Promise<number>;
	/** Milliseconds between two polls, while somebody listens. */
	pollMs?: number;
	/** Milliseconds before a lost connection is tried again; doubles up to 16 times as long. */
	reconnectMs?: number;
	/** Without LISTEN (a pooler between), the poll alone. */
	listen?: boolean;
}

export interface VersionListener {
	/** Calls `hear` with each new version, from the moment of the call on; answers how to stop. */
	subscribe(hear: (version: number) => void): () => void;
	/** The newest version that was heard of; null before the first. */
	current(): number | null;
	close(): Promise<void>;
}

/**
 * Hears of every new `data_version`, of whichever process: by LISTEN, and by a poll for when the
 * connection is away or a pooler swallows announcements. Works only while somebody listens.
 */
export function createVersionListener(options: ListenerOptions): VersionListener {
	const { url, readVersion, pollMs = 1_000, reconnectMs = 500, listen = true } = options;
	const hearers = new Set<(version: number) => void>();
	let newest: number | null = null;
	let client: pg.Client | null = null;
	let timers: { poll?: NodeJS.Timeout; reconnect?: NodeJS.Timeout } = {};
	let failures = 0;
	let closed = false;

	function hear(version: number): void {
		if (!Number.isSafeInteger(version) || (newest !== null && version <= newest)) return;
		newest = version;
		for (const hearer of [...hearers]) hearer(version);
	}

	async function poll(): Promise<void> {
		try {
			hear(await readVersion());
		} catch {
			// The database is away: the next poll tries again, and the page says so itself.
		}
		if (hearers.size > 0 && !closed) timers.poll = setTimeout(() => void poll(), pollMs);
	}

	async function connect(): Promise<void> {
		const fresh = new pg.Client({ connectionString: url, application_name: 'ido changes' });
		client = fresh;
		const lost = () => {
			if (client !== fresh) return;
			client = null;
			fresh.end().catch(() => undefined);
			const wait = reconnectMs * 2 ** Math.min(failures++, 4);
			if (hearers.size > 0 && !closed) {
				timers.reconnect = setTimeout(() => void connect(), wait);
			}
		};
		fresh.on('error', lost);
		fresh.on('end', lost);
		fresh.on('notification', ({ payload }) => hear(Number(payload)));
		try {
			await fresh.connect();
			await fresh.query('listen data_version');
			failures = 0;
		} catch {
			lost();
		}
	}

	function start(): void {
		void poll();
		if (listen) void connect();
	}

	async function stop(): Promise<void> {
		clearTimeout(timers.poll);
		clearTimeout(timers.reconnect);
		timers = {};
		newest = null;
		const open = client;
		client = null;
		await open?.end().catch(() => undefined);
	}

	return {
		subscribe(hearer) {
			hearers.add(hearer);
			if (hearers.size === 1 && !closed) start();
			else if (newest !== null) hearer(newest);
			return () => {
				if (hearers.delete(hearer) && hearers.size === 0) void stop();
			};
		},
		current: () => newest,
		async close() {
			closed = true;
			hearers.clear();
			await stop();
		}
	};
}
