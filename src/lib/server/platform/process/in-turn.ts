import { TooBusy } from './too-busy.ts';

/**
 * Work that goes one at a time in this process, in the order in which it was asked. For work that makes
 * what others of its kind have read out of date: side by side each would do it again and again.
 */
export class InTurn {
	readonly #what: string;
	readonly #most: number;
	#asked = 0;
	#before: Promise<unknown> = Promise.resolve();

	/** @param what What is refused when more than `most` are at work or wait. */
	constructor(what: string, most: number) {
		this.#what = what;
		this.#most = most;
	}

	/** The answer of `work`, when its turn has come. Throws {@link TooBusy}, and what `work` throws. */
	async run<Answer>(work: () => Promise<Answer>): Promise<Answer> {
		if (this.#asked >= this.#most) throw new TooBusy(`too many at once: ${this.#what}`);
		this.#asked += 1;
		const answer = this.#before.then(work);
		this.#before = answer.catch(() => undefined);
		try {
			return await answer;
		} finally {
			this.#asked -= 1;
		}
	}
}
