import { onShutdown } from './shutdown.ts';

const running = new Set<Promise<void>>();
let waitsAtShutdown = false;

/**
 * Begins `work` once the visitor may have her answer, so that nobody can tell from its time what was
 * done. The end of the process waits for it. `work` deals with its own failures.
 */
export function afterAnswer(work: () => Promise<void>): void {
	if (!waitsAtShutdown) onShutdown(settleWork);
	waitsAtShutdown = true;
	const done = new Promise<void>((resolve) => {
		setImmediate(() => {
			void work().finally(resolve);
		});
	});
	running.add(done);
	void done.finally(() => running.delete(done));
}

/** Resolves when everything that was begun is over. */
export async function settleWork(): Promise<void> {
	await Promise.all(running);
}
