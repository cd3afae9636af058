type Stop = () => Promise<void>;

/** What the process started, to be stopped in the opposite order, once. */
export class Started {
	#stops: Stop[] = [];
	#stopping: Promise<void> | undefined;

	/** True from the moment that {@link stop} was called: errors that follow are its consequence. */
	get stopping(): boolean {
		return this.#stopping !== undefined;
	}

	/** Remembers how to stop something; stops it at once when everything is being stopped already. */
	add(stop: Stop): void {
		if (this.#stopping) this.#stopping = this.#stopping.then(stop);
		else this.#stops.push(stop);
	}

	/** Stops everything, the last started first. A stop that fails does not keep the others from it. */
	async stop(): Promise<void> {
		// A step later, so that what the first stop adds finds that everything is being stopped.
		this.#stopping ??= Promise.resolve().then(() => this.#stopAll());
		let known: Promise<void> | undefined;
		while (known !== this.#stopping) {
			known = this.#stopping;
			await known;
		}
	}

	async #stopAll(): Promise<void> {
		const errors: unknown[] = [];
		for (const stop of this.#stops.toReversed()) {
			await stop().catch((error: unknown) => errors.push(error));
		}
		if (errors.length > 0) throw new AggregateError(errors, 'not everything stopped cleanly');
	}
}
