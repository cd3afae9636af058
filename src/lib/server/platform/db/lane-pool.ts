import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';
import { currentLane, type Lane } from './lane.ts';
import { currentReach, StatementOrder } from './reach.ts';

/** What `pg` says when a query was not answered in time: the server is frozen, or the network gone. */
export const NO_ANSWER = 'Query read timeout';
/** What its pool says when all connections were taken for too long. */
const ALL_TAKEN = 'timeout exceeded when trying to connect';

/** What was last heard of the server, by any connection: whether it is there when none is left. */
interface Heard {
	silence: Error | null;
}

/** A server, or the socket to it, says with a code what is wrong; silence has none. */
const isSilence = (error: unknown): error is Error => error instanceof Error && !('code' in error);

/**
 * One pool for each lane, as one: who asks gets a connection of the lane that she is in, so that the
 * public can take its own and no others. A connection that did not answer is given up.
 */
export function lanePool(pools: Record<Lane, pg.Pool>): PostgresPool {
	const heard: Heard = { silence: null };
	return {
		options: pools.public.options,
		connect: async () => await takeFrom(pools[currentLane()], heard),
		end: async () => {
			await Promise.all([...new Set(Object.values(pools))].map((pool) => pool.end()));
		}
	};
}

/** By connection, so that the same one is known again. */
const guarded = new WeakMap<pg.PoolClient, PostgresPoolClient>();

async function takeFrom(pool: pg.Pool, heard: Heard): Promise<PostgresPoolClient> {
	const client = await pool.connect().catch((cause: unknown) => {
		const isTaken = cause instanceof Error && cause.message === ALL_TAKEN;
		if (!isTaken) {
			if (isSilence(cause)) heard.silence = cause;
			throw cause;
		}
		// Taken by questions to a server that says nothing: that is not because many ask.
		throw heard.silence ?? new TooBusy('all connections to the database are taken', { cause });
	});
	const known = guarded.get(client);
	if (known) return known;
	const made = guard(client, heard);
	guarded.set(client, made);
	return made;
}

function guard(client: pg.PoolClient, heard: Heard): PostgresPoolClient {
	let silent: Error | undefined;
	const order = new StatementOrder();
	const ask = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
	const query = async (...given: unknown[]) => {
		// Whatever is asked on would wait behind the question that got no answer.
		if (silent) throw silent;
		try {
			const isKept = order.isKept(String(given[0]));
			const asking = () => ask(...given);
			const reach = isKept ? currentReach() : undefined;
			const answer = await (reach ? reach.follow(asking) : asking());
			heard.silence = null;
			return answer;
		} catch (error) {
			if (!isSilence(error)) heard.silence = null;
			else if (error.message === NO_ANSWER) silent = heard.silence = error;
			throw error;
		}
	};
	return {
		query: query as PostgresPoolClient['query'],
		release: (destroy) => {
			order.end();
			client.release(silent ?? destroy);
		}
	};
}
