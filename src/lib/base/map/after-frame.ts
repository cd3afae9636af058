/** Work that may wait until what is drawn now stands on the screen. */
export interface AfterFrame<Input> {
	/** Does it after the next frame, with what was given last. */
	soon(input: Input): void;
	/** Leaves what was asked for undone. */
	stop(): void;
}

/** Does `work` once after a frame, however often it is asked for meanwhile. */
export function afterFrame<Input>(work: (input: Input) => void): AfterFrame<Input> {
	let latest: { input: Input } | undefined;
	function doIt() {
		if (!latest) return;
		const { input } = latest;
		latest = undefined;
		work(input);
	}
	return {
		soon(input) {
			const isAsked = latest !== undefined;
			latest = { input };
			// Before a frame its work would hold it up; a turn later it is drawn.
			if (!isAsked) requestAnimationFrame(() => setTimeout(doIt));
		},
		stop() {
			latest = undefined;
		}
	};
}
