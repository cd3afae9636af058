import pg from 'pg';
import { dayInAmsterdam } from '#lib/base/day/day.ts';

/** How often the version is asked for, beside listening: a notification can get lost with its connection. */
const POLL_MS = 1_000;
/** A version that was confirmed longer ago than this is not trusted. */
const TRUSTED_MS = 1_800;
const RETRY_MS = 500;

/** What every kept page was made from; another object means that everything may be different. */
export interface Generation {
	version: number;
	today: string;
}

export interface DataVersionWatch {
	/** What holds now; null when that is not known for sure, and nothing kept may be used. */
	current(): Generation | null;
	/** True while the database cannot be reached. */
	isAway(): boolean;
	close(): Promise<void>;
}

interface Row {
	version: string;
	demo_today: string | null;
}

const QUERY = `select version::text, demo_today::text
	from data_version left join installation on true`;

/**
 * Follows `data_version` of the database at `url`: by LISTEN on the channel of that name, and by a
 * poll each second. Comes back by itself when the database does.
 */
export function watchDataVersion(url: string): DataVersionWatch {
	let client: pg.Client | undefined;
	let generation: Generation | null = null;
	let demoToday: string | null = null;
	let confirmedAt = -Infinity;
	let away = false;
	let closed = false;
	let timer: NodeJS.Timeout | undefined;

	const settle = (version: number) => {
		const today = demoToday ?? dayInAmsterdam(new Date());
		if (generation?.version === version && generation.today === today) return;
		generation = { version, today };
	};
	const poll = async (connected: pg.Client) => {
		const askedAt = performance.now();
		const { rows } = await connected.query<Row>(QUERY);
		const row = rows[0];
		if (!row) throw new Error('the database has no data version');
		demoToday = row.demo_today;
		// A notification may have been faster than this answer.
		settle(Math.max(Number(row.version), generation?.version ?? 0));
		confirmedAt = askedAt;
		away = false;
	};
	const connect = async (): Promise<pg.Client> => {
		const fresh = new pg.Client({
			connectionString: url,
			application_name: 'ido page cache',
			connectionTimeoutMillis: 2_000,
			query_timeout: 2_000,
			keepAlive: true
		});
		fresh.on('error', () => lose(fresh));
		fresh.on('end', () => lose(fresh));
		fresh.on('notification', ({ payload }) => {
			const version = Number(payload);
			if (Number.isSafeInteger(version) && version > (generation?.version ?? 0)) settle(version);
		});
		client = fresh;
		await fresh.connect();
		await fresh.query('listen data_version');
		// After a restore from a copy the version may be lower than the one known before.
		generation = null;
		return fresh;
	};
	const lose = (lost: pg.Client) => {
		if (client !== lost) return;
		client = undefined;
		away = !closed;
		void lost.end().catch(() => undefined);
	};
	const turn = async () => {
		const connected = client;
		try {
			await poll(connected ?? (await connect()));
		} catch {
			if (client) lose(client);
		}
		if (!closed) timer = setTimeout(() => void turn(), away ? RETRY_MS : POLL_MS);
	};
	void turn();

	return {
		current: () => (performance.now() - confirmedAt <= TRUSTED_MS && client ? generation : null),
		isAway: () => away,
		close: async () => {
			closed = true;
			clearTimeout(timer);
			const open = client;
			client = undefined;
			await open?.end().catch(() => undefined);
		}
	};
}
