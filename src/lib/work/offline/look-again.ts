/** Milliseconds before the next look, after a number of looks in vain: two seconds, growing to half a minute. */
export const pauseAfter = (looks: number): number => Math.min(2_000 * 2 ** looks, 30_000);

/**
 * Looks again and again, with pauses that grow, while the tab can be seen; at once when it comes in
 * sight or the browser has a network again. Answers how to stop. One look comes after the other.
 */
export function lookAgain(look: () => Promise<void>): () => void {
	const ending = new AbortController();
	const { signal } = ending;
	let looks = 0;
	let isLooking = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const wait = () => {
		clearTimeout(timer);
		if (signal.aborted || document.hidden) return;
		timer = setTimeout(() => void go(), pauseAfter(looks));
	};
	const go = async () => {
		clearTimeout(timer);
		if (isLooking) return;
		isLooking = true;
		looks += 1;
		await look().catch(() => undefined);
		isLooking = false;
		wait();
	};
	const goAtOnce = () => {
		looks = 0;
		if (document.hidden) clearTimeout(timer);
		else void go();
	};
	document.addEventListener('visibilitychange', goAtOnce, { signal });
	addEventListener('online', goAtOnce, { signal });
	wait();
	return () => {
		clearTimeout(timer);
		ending.abort();
	};
}
