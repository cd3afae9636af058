import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createEventStreams, type EventStreams } from '#lib/server/ledger/change/event-stream.ts';
import { createVersionListener, type VersionListener } from '#lib/server/ledger/change/listener.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
const listeners: VersionListener[] = [];

beforeAll(async () => {
	database = await createTestDatabase();
});
afterEach(() => Promise.all(listeners.splice(0).map((listener) => listener.close())));
afterAll(() => database.drop());

async function readVersion(): Promise<number> {
	const row = await database.db
		.selectFrom('dataVersion')
		.select('version')
		.executeTakeFirstOrThrow();
	return row.version;
}

function listener(options: { pollMs?: number; listen?: boolean } = {}): VersionListener {
	// Without a poll within the test, what arrives came by LISTEN.
	const made = createVersionListener({
		...{ url: database.url, readVersion, reconnectMs: 20, pollMs: 3_600_000 },
		...options
	});
	listeners.push(made);
	return made;
}

/** One write by somebody; answers the new version. */
async function write(): Promise<number> {
	await database.db.transaction().execute((trx) => takeRecordStamp(trx));
	return readVersion();
}

/** Resolves when that many sessions listen that did not before; answers their process ids. */
async function listening(count: number, before: readonly number[] = []): Promise<number[]> {
	return vi.waitFor(async () => {
		const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
			where datname = current_database() and application_name = 'ido changes'
				and query = 'listen data_version' and state = 'idle'`.execute(database.db);
		const fresh = rows.map(({ pid }) => pid).filter((pid) => !before.includes(pid));
		expect(fresh).toHaveLength(count);
		return fresh;
	});
}

describe('the version of the data', () => {
	it('is heard by every process on the database after a write by one of them', async () => {
		const heard = [vi.fn(), vi.fn()];
		for (const hear of heard) listener().subscribe(hear);
		await listening(2);
		const version = await write();
		for (const hear of heard)
			await vi.waitFor(() => expect(hear).toHaveBeenLastCalledWith(version));
	});

	it('is heard by the poll alone when announcements do not come through', async () => {
		const hear = vi.fn();
		listener({ listen: false, pollMs: 10 }).subscribe(hear);
		const version = await write();
		await vi.waitFor(() => expect(hear).toHaveBeenLastCalledWith(version));
	});

	it('is heard again after the connection was lost', async () => {
		const hear = vi.fn();
		listener().subscribe(hear);
		const [pid] = await listening(1);
		await sql`select pg_terminate_backend(${pid})`.execute(database.db);
		await listening(1, [pid!]);
		const version = await write();
		await vi.waitFor(() => expect(hear).toHaveBeenLastCalledWith(version));
	});

	it('costs no connection when nobody listens any more', async () => {
		const unsubscribe = listener().subscribe(() => {});
		await listening(1);
		unsubscribe();
		await listening(0);
		expect(await readVersion()).toBeGreaterThan(0);
	});
});

describe('the event streams', () => {
	async function readText(stream: ReadableStream<Uint8Array>, until: string): Promise<string> {
		const decoder = new TextDecoder();
		let text = '';
		for await (const chunk of stream) {
			text += decoder.decode(chunk);
			if (text.includes(until)) break;
		}
		return text;
	}

	function opened(streams: EventStreams): ReadableStream<Uint8Array> {
		const stream = streams.open(new AbortController().signal, 'a');
		if (typeof stream === 'string') throw new Error(`refused: ${stream}`);
		return stream;
	}

	it('tell the version at once, and each new one', async () => {
		const streams = createEventStreams(listener());
		const stream = opened(streams);
		await listening(1);
		const version = await write();
		const text = await readText(stream, `data: ${version}\n`);
		expect(text).toMatch(/^retry: \d+\n\n/);
		expect(text).toContain(`event: version\nid: ${version}\ndata: ${version}\n\n`);
		expect(streams.size()).toBe(0);
	});

	it('are bounded, and make room when a reader goes away', () => {
		const streams = createEventStreams({ subscribe: () => () => {} }, { most: 1 });
		const reader = new AbortController();
		expect(streams.open(reader.signal, 'a')).toBeInstanceOf(ReadableStream);
		expect(streams.open(new AbortController().signal, 'b')).toBe('all');
		reader.abort();
		expect(streams.open(new AbortController().signal, 'b')).toBeInstanceOf(ReadableStream);
		streams.close();
	});

	it('of one address are bounded, so that it leaves some for others', () => {
		const streams = createEventStreams({ subscribe: () => () => {} }, { mostOfAddress: 1 });
		const reader = new AbortController();
		expect(streams.open(reader.signal, 'a')).toBeInstanceOf(ReadableStream);
		expect(streams.open(new AbortController().signal, 'a')).toBe('address');
		expect(streams.open(new AbortController().signal, 'b')).toBeInstanceOf(ReadableStream);
		reader.abort();
		expect(streams.open(new AbortController().signal, 'a')).toBeInstanceOf(ReadableStream);
		streams.close();
	});

	it('all end when the process stops, and none begins after', async () => {
		const streams = createEventStreams({ subscribe: () => () => {} });
		const stream = opened(streams);
		streams.close();
		expect(await readText(stream, 'never')).toContain('retry');
		expect(streams.open(new AbortController().signal, 'b')).toBe('all');
	});
});
