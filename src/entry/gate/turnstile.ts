export interface TurnstileOptions {
	/** Answers that are in the making at once. */
	atOnce: number;
	/** Who may wait, of one address and in all. */
	perAddress: number;
	inAll: number;
	/** When more than this many wait, one answer is made at a time, with a pause after it. */
	calm: number;
	/** For tests. */
	clock?: Clock;
}

/** How long the pause is, in times of what the answer took. */
const PAUSE_SHARE = 2;

export interface Clock {
	now(): number;
	after(ms: number, action: () => void): void;
}

const REAL_CLOCK: Clock = {
	now: () => performance.now(),
	after: (ms, action) => void setTimeout(action, ms)
};

/** Which limit somebody ran into: that of an address, or that of all together. */
export type Refused = 'address' | 'all';

/** To be called when it is the turn of somebody; answers whether she is still there. */
type Start = (leave: () => void) => boolean;

/**
 * Lets in a few at a time. Who waits is let in by turns of the addresses, so that one address with
 * many questions does not keep another with one question waiting.
 */
export class Turnstile {
	readonly #options: TurnstileOptions;
	readonly #clock: Clock;
	/** By address, the first to be served first. */
	readonly #waiting = new Map<string, Start[]>();
	#count = 0;
	#inside = 0;
	#pausing = false;

	constructor(options: TurnstileOptions) {
		this.#options = options;
		this.#clock = options.clock ?? REAL_CLOCK;
	}

	/** Calls `start` now or later with what is to be called at the end; or answers why never. */
	enter(address: string, start: Start): Refused | null {
		const queue = this.#waiting.get(address);
		if ((queue?.length ?? 0) >= this.#options.perAddress) return 'address';
		if (this.#count >= this.#options.inAll) return 'all';
		if (queue) queue.push(start);
		else this.#waiting.set(address, [start]);
		this.#count++;
		this.#admit();
		return null;
	}

	#admit(): void {
		while (!this.#pausing && this.#count > 0 && this.#inside < this.#room()) {
			const began = this.#clock.now();
			let inside = true;
			const leave = () => {
				if (!inside) return;
				inside = false;
				this.#inside--;
				this.#leave(this.#clock.now() - began);
			};
			this.#inside++;
			if (!this.#next()(leave)) {
				inside = false;
				this.#inside--;
			}
		}
	}

	#room(): number {
		return this.#isCalm() ? this.#options.atOnce : 1;
	}

	#isCalm(): boolean {
		return this.#count <= this.#options.calm;
	}

	/** In a flood whoever is not part of it gets most of the time. */
	#leave(tookMs: number): void {
		if (this.#isCalm()) return this.#admit();
		this.#pausing = true;
		this.#clock.after(PAUSE_SHARE * tookMs, () => {
			this.#pausing = false;
			this.#admit();
		});
	}

	#next(): Start {
		const [first] = this.#waiting;
		if (!first) throw new Error('nobody waits');
		const [address, queue] = first;
		const start = queue.shift()!;
		this.#count--;
		// Behind the other addresses.
		this.#waiting.delete(address);
		if (queue.length > 0) this.#waiting.set(address, queue);
		return start;
	}
}
