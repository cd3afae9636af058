/** A terminal and npm both pass on one Ctrl-C: signals this close together are one. */
const SAME_KEYSTROKE_MS = 500;

/**
 * Runs `stop` once at Ctrl-C, a closed terminal or a polite kill, and then exits with code 0. A second
 * Ctrl-C exits at once with code 130; the database recovers by itself at the next start.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
	let since: number | undefined;
	const onSignal = () => {
		if (since !== undefined) {
			if (performance.now() - since > SAME_KEYSTROKE_MS) process.exit(130);
			return;
		}
		since = performance.now();
		stop().then(
			() => process.exit(0),
			(error: unknown) => {
				console.error(error);
				process.exit(1);
			}
		);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
