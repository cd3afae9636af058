/** What says that somebody is about to use a thing: a finger, a mouse, or the focus of the keyboard. */
const SIGNS = ['pointerover', 'pointerdown', 'touchstart', 'focusin', 'wheel'] as const;

/** Calls `wake` at the first sign of use of `host`, or now when it is in use already. */
export function wakeOn(host: HTMLElement, wake: () => void): () => void {
	const stop = () => SIGNS.forEach((sign) => host.removeEventListener(sign, first));
	function first() {
		stop();
		wake();
	}
	for (const sign of SIGNS) host.addEventListener(sign, first, { passive: true });
	if (host.matches(':hover') || host.contains(document.activeElement)) first();
	return stop;
}
