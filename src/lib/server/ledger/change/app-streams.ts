import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { onShutdown } from '#lib/server/platform/process/shutdown.ts';
import { createEventStreams, type EventStreams } from './event-stream.ts';
import { createVersionListener } from './listener.ts';

let streams: EventStreams | undefined;

/** The event streams of this process, with the one LISTEN connection behind them. */
export function getEventStreams(): EventStreams {
	if (streams) return streams;
	const { DATABASE_URL } = readEnv();
	if (!DATABASE_URL) throw new Error('no database: start the app with npm start or npm run dev');
	const listener = createVersionListener({ url: DATABASE_URL, readVersion: readDataVersion });
	const opened = createEventStreams(listener);
	onShutdown(async () => {
		opened.close();
		await listener.close();
	});
	streams = opened;
	return opened;
}

async function readDataVersion(): Promise<number> {
	const row = await getDb().selectFrom('dataVersion').select('version').executeTakeFirstOrThrow();
	return row.version;
}
