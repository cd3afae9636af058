/** What takes turns. */
interface Thread {
	/** Ends it and what it holds. */
	giveBack(): Promise<void>;
}

/**
 * Threads that take turns: one works at a time, in the order in which they were asked, and before another
 * begins the one before it gives back its memory. Each holds tens of megabytes, and together they would not
 * be done sooner.
 */
export class Turns {
	#before: Promise<void> = Promise.resolve();
	#last: Thread | undefined;

	/** Calls `begin` when it is the turn of this thread, which lasts until the answer is there, or fails. */
	take(thread: Thread, begin: () => void, answer: Promise<unknown>): void {
		const isOver = answer.then(
			() => undefined,
			() => undefined
		);
		this.#before = this.#before.then(async () => {
			if (this.#last !== thread) await this.#last?.giveBack();
			this.#last = thread;
			begin();
			await isOver;
		});
	}
}

/** The turns of what takes long and holds much in this process: pictures and forecasts. */
export const largeWork = new Turns();
