import { setTimeout as delay } from 'node:timers/promises';

export interface QuietQueueOptions {
	/** Each work is begun when nothing new was asked for this long … */
	quietMs: number;
	/** … or when it has been put off for this long. */
	longestDelayMs: number;
	/** Of more than this many the oldest that was not begun is given up. */
	most: number;
	/** For tests. */
	clock?: Clock;
}

export interface Clock {
	now(): number;
	wait(ms: number): Promise<void>;
}

const REAL_CLOCK: Clock = {
	now: () => performance.now(),
	wait: (ms) => delay(ms, undefined, { ref: false })
};

interface Asked {
	work: () => Promise<void>;
	/** Resolves when the work was done or given up. */
	done: Promise<void>;
	finish: () => void;
}

/** Works that nobody waits for in person: one after the other, each when it is quiet. */
export class QuietQueue {
	readonly #options: QuietQueueOptions;
	readonly #clock: Clock;
	/** In the order in which they are done; the first one is being done. */
	readonly #asked = new Map<string, Asked>();
	#working = false;
	#lastNew = -Infinity;

	constructor(options: QuietQueueOptions) {
		this.#options = options;
		this.#clock = options.clock ?? REAL_CLOCK;
	}

	/**
	 * As {@link QuietQueue.ask}, for somebody whose page is being made at this moment: what is in the
	 * queue waits for it. Who asks again for what is in the queue already waits for that himself, so
	 * it puts nothing off.
	 */
	askFromPage(key: string, work: () => Promise<void>): void {
		if (!this.#asked.has(key)) this.#lastNew = this.#clock.now();
		void this.ask(key, work);
	}

	/** Resolves when the work of this key was done or given up; `work` may not throw. */
	ask(key: string, work: () => Promise<void>): Promise<void> {
		const asked = this.#asked.get(key);
		if (asked) return asked.done;
		const { promise: done, resolve: finish } = Promise.withResolvers<void>();
		this.#asked.set(key, { work, done, finish });
		const [, second] = this.#asked.keys();
		if (this.#asked.size > this.#options.most && second !== undefined) this.#finish(second);
		if (!this.#working) void this.#workOn();
		return done;
	}

	/** Gives up everything that was asked for. */
	clear(): void {
		for (const key of [...this.#asked.keys()]) this.#finish(key);
	}

	async #workOn(): Promise<void> {
		this.#working = true;
		for (let [next] = this.#asked; next; [next] = this.#asked) {
			await this.#untilQuiet();
			const [key, { work }] = next;
			if (this.#asked.has(key)) await work();
			this.#finish(key);
		}
		this.#working = false;
	}

	async #untilQuiet(): Promise<void> {
		const latest = this.#clock.now() + this.#options.longestDelayMs;
		for (;;) {
			const quietFrom = this.#lastNew + this.#options.quietMs;
			const wait = Math.min(quietFrom, latest) - this.#clock.now();
			if (wait <= 0) return;
			await this.#clock.wait(wait);
		}
	}

	#finish(key: string): void {
		this.#asked.get(key)?.finish();
		this.#asked.delete(key);
	}
}
