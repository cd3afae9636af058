import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { describeFailedQuery, type FailedQuery } from './failed-query.ts';
import { lanePool } from './lane-pool.ts';
import type { DB } from './schema.ts';
import { valueTypes } from './value-types.ts';

export interface ConnectOptions {
	/** Connections beside these for work in the lane `reserved`; absent for one pool for everything. */
	reservedSize?: number;
	/** The most connections of this pool; 10 when absent. */
	poolSize?: number;
	/** Shown by PostgreSQL in pg_stat_activity. */
	applicationName?: string;
	/** Ends statements that run longer; absent for migrations and seeds. */
	statementTimeoutMs?: number;
	/** Gives up on a statement that is not answered: the server may be frozen and end nothing itself. */
	answerTimeoutMs?: number;
	/** Told about failed queries; by default one line of JSON on standard error. */
	onFailedQuery?: (failure: FailedQuery) => void;
}

function printFailedQuery(failure: FailedQuery): void {
	console.error(JSON.stringify({ level: 'error', msg: 'query failed', ...failure }));
}

/**
 * A pool whose values are as {@link valueTypes} says. A lost connection is replaced at the next
 * query, so the pool survives a restart of the database.
 */
export function createPool(url: string, options: ConnectOptions = {}): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		max: options.poolSize ?? 10,
		application_name: options.applicationName ?? 'ido',
		statement_timeout: options.statementTimeoutMs ?? false,
		...(options.answerTimeoutMs !== undefined && { query_timeout: options.answerTimeoutMs }),
		connectionTimeoutMillis: 5_000,
		keepAlive: true,
		types: valueTypes
	});
	// Without listeners the loss of a connection would end the process: the pool's own is for idle
	// ones, the client's for one that is lost between two queries of a transaction.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	return pool;
}

/**
 * URL -> Kysely; names are snake_case in SQL and camelCase in TypeScript, also inside JSON results.
 * The caller ends it with `destroy()`. The first query, not this function, meets connection errors.
 */
export function connect(url: string, options: ConnectOptions = {}): Kysely<DB> {
	const own = createPool(url, options);
	const { reservedSize } = options;
	const reserved = reservedSize ? createPool(url, { ...options, poolSize: reservedSize }) : own;
	const onFailedQuery = options.onFailedQuery ?? printFailedQuery;
	return new Kysely<DB>({
		dialect: new PostgresDialect({ pool: lanePool({ public: own, reserved }) }),
		plugins: [new CamelCasePlugin()],
		log: (event) => {
			if (event.level === 'error') onFailedQuery(describeFailedQuery(event));
		}
	});
}
