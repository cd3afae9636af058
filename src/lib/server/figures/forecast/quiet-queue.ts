import { setTimeout as delay } from 'node:timers/promises';

export interface QuietQueueOptions {
	/** Each work is begun when nothing new was asked for this long … */
	quietMs: number;
	/** … or when it has been put off for this long. */
	longestDelayMs: number;
	/** Of more than this many the oldest that was not begun is given up, first of what nobody waits for. */
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

/**
 * How much somebody needs a work: 0 when nobody waits for it, 1 for what stands beside what a page is
 * about, 2 for what a page is about.
 */
export type Urgency = 0 | 1 | 2;

interface Asked {
	work: () => Promise<void>;
	urgency: Urgency;
	/** Resolves when the work was done or given up. */
	done: Promise<void>;
	finish: () => void;
}

/**
 * Works, one after the other. What somebody waits for goes first and is begun at once, the most urgent
 * before the others; what nobody waits for is done when it is quiet.
 */
export class QuietQueue {
	readonly #options: QuietQueueOptions;
	readonly #clock: Clock;
	/** In the order in which they were asked for. */
	readonly #asked = new Map<string, Asked>();
	/** What is being done. */
	#doing: string | null = null;
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
		return this.#add(key, work, 0);
	}

	/** As {@link QuietQueue.ask}, for somebody who waits: it goes before what is less urgent. */
	askAndWait(key: string, work: () => Promise<void>, urgency: Urgency = 2): Promise<void> {
		return this.#add(key, work, urgency);
	}

	/** Gives up everything that was asked for. */
	clear(): void {
		for (const key of [...this.#asked.keys()]) this.#finish(key);
	}

	#add(key: string, work: () => Promise<void>, urgency: Urgency): Promise<void> {
		const asked = this.#asked.get(key);
		if (asked) {
			if (urgency > asked.urgency) asked.urgency = urgency;
			return asked.done;
		}
		const { promise: done, resolve: finish } = Promise.withResolvers<void>();
		this.#asked.set(key, { work, urgency, done, finish });
		if (this.#asked.size > this.#options.most) this.#giveUpOne();
		if (!this.#working) void this.#workOn();
		return done;
	}

	#giveUpOne(): void {
		const begun = this.#doing ?? this.#next()?.[0];
		const waiting = [...this.#asked].filter(([key]) => key !== begun);
		const [oldest] = waiting.find(([, { urgency }]) => urgency === 0) ?? waiting[0] ?? [];
		if (oldest !== undefined) this.#finish(oldest);
	}

	#next(): [key: string, asked: Asked] | undefined {
		let first: [key: string, asked: Asked] | undefined;
		for (const entry of this.#asked)
			if (!first || entry[1].urgency > first[1].urgency) first = entry;
		return first;
	}

	async #workOn(): Promise<void> {
		this.#working = true;
		while (this.#asked.size > 0) {
			await this.#untilQuiet();
			// What is next may have changed meanwhile.
			const next = this.#next();
			if (!next) break;
			const [key, { work }] = next;
			this.#doing = key;
			await work();
			this.#doing = null;
			this.#finish(key);
		}
		this.#working = false;
	}

	async #untilQuiet(): Promise<void> {
		const latest = this.#clock.now() + this.#options.longestDelayMs;
		while (!this.#next()?.[1].urgency) {
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
