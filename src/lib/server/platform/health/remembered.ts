/** What was found out a moment ago; who asks while it is being found out waits for the same. */
export class Remembered<T> {
	readonly #find: () => Promise<T>;
	readonly #keptMs: number;
	readonly #now: () => number;
	#found: Promise<T> | undefined;
	#until = -Infinity;

	constructor(find: () => Promise<T>, keptMs: number, now = () => performance.now()) {
		this.#find = find;
		this.#keptMs = keptMs;
		this.#now = now;
	}

	/** As `find` answered, at most `keptMs` ago. */
	get(): Promise<T> {
		if (this.#found && this.#now() < this.#until) return this.#found;
		this.#until = Infinity;
		const found = this.#find().finally(() => {
			this.#until = this.#now() + this.#keptMs;
		});
		this.#found = found;
		return found;
	}
}
