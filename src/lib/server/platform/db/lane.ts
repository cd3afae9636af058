import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose connections a piece of work takes: those of the public, or the ones kept free from it. */
export type Lane = 'public' | 'reserved';

const lanes = new AsyncLocalStorage<Lane>();

/** Runs `work` with every connection that it asks for from this lane. */
export function inLane<T>(lane: Lane, work: () => T): T {
	return lanes.run(lane, work);
}

/** The lane of the moment; outside a request that of the public. */
export function currentLane(): Lane {
	return lanes.getStore() ?? 'public';
}
