/** Work that may wait until nothing new has come for a while. */
export interface AtRest<Input> {
	/** Does it later, with what was given last. */
	soon(input: Input): void;
	/** Does now what was asked for, if anything was. */
	now(): void;
	/** Leaves what was asked for undone. */
	stop(): void;
}

/** Does `work` once nothing was asked for `restMs` long, however often it was asked for before. */
export function atRest<Input>(restMs: number, work: (input: Input) => void): AtRest<Input> {
	let latest: { input: Input } | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	function now() {
		clearTimeout(timer);
		if (!latest) return;
		const { input } = latest;
		latest = undefined;
		work(input);
	}
	return {
		soon(input) {
			latest = { input };
			clearTimeout(timer);
			timer = setTimeout(now, restMs);
		},
		now,
		stop() {
			latest = undefined;
			clearTimeout(timer);
		}
	};
}
