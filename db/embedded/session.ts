import { realpath } from 'node:fs/promises';
import pg from 'pg';
import { SUPERUSER } from './initialise.ts';
import type { Cluster } from './server.ts';

/** Held, shared, by every process that uses the server: who gets it alone is the last one. */
const IN_USE = 4_360_150;

/** The superuser's session that a process keeps for as long as it uses the server. */
export interface Session {
	port: number;
	client: pg.Client;
}

/** The address of a database on the embedded server. */
export function urlFor(user: string, password: string, port: number, database: string): string {
	return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** PostgreSQL's code of a server that is starting, recovering or stopping. */
const NOT_NOW = '57P03';

/**
 * Signs in at the port and marks the server as used by this process. 'busy' when the server says that
 * it is starting, recovering or stopping; undefined when nothing there answers our password, or when
 * it serves another data folder.
 */
export async function openSession(
	cluster: Cluster,
	port: number
): Promise<Session | 'busy' | undefined> {
	const client = new pg.Client({
		connectionString: urlFor(SUPERUSER, cluster.password, port, 'postgres'),
		application_name: 'ido session',
		connectionTimeoutMillis: 2_000,
		keepAlive: true
	});
	client.on('error', () => undefined);
	let answer: 'busy' | undefined;
	try {
		await client.connect();
		const { rows } = await client.query<{ folder: string }>(
			`select current_setting('data_directory') as folder, pg_advisory_lock_shared(${IN_USE})`
		);
		if (rows[0] && rows[0].folder === (await realpath(cluster.place.data))) return { port, client };
	} catch (error) {
		if (error instanceof pg.DatabaseError && error.code === NOT_NOW) answer = 'busy';
	}
	await client.end().catch(() => undefined);
	return answer;
}

/** Gives up this process's use of the server. True when no other process uses it. */
export async function isLastUser({ client }: Session): Promise<boolean> {
	await client.query(`select pg_advisory_unlock_shared(${IN_USE})`);
	const { rows } = await client.query<{ alone: boolean }>(
		`select pg_try_advisory_lock(${IN_USE}) as alone`
	);
	return rows[0]?.alone === true;
}
