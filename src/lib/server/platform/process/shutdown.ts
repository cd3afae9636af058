import type { EventEmitter } from 'node:events';

/** The event with which adapter-node, and our own entry, announce the end of the process. */
const SHUTDOWN = 'sveltekit:shutdown';

type WaitUntil = (work: Promise<unknown>) => void;

/** `process`, for an event that its types do not know. */
const announcer: EventEmitter = process;

/** Runs `close` once when the process shuts down; a promise that it returns is waited for. */
export function onShutdown(close: () => void | Promise<void>): void {
	announcer.once(SHUTDOWN, (_reason: unknown, waitUntil?: WaitUntil) => {
		const work = close();
		if (work) waitUntil?.(work);
	});
}

/**
 * Announces the end of the process to everything that registered by {@link onShutdown}, and resolves
 * when all of it is done, or after `patienceMs`.
 */
export async function announceShutdown(reason: string, patienceMs: number): Promise<void> {
	const work: Promise<unknown>[] = [];
	announcer.emit(SHUTDOWN, reason, (promise: Promise<unknown>) => work.push(promise));
	let timer: NodeJS.Timeout | undefined;
	const patience = new Promise((resolve) => {
		timer = setTimeout(resolve, patienceMs);
	});
	await Promise.race([Promise.allSettled(work), patience]);
	clearTimeout(timer);
}
