import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Asks for the page's data again, which nobody did by hand. A refresh in the middle of a navigation
 * cancels it, and the click of the reader is lost: it waits until she is where she was going.
 */
export async function refreshPage(): Promise<void> {
	await navigating.complete?.catch(() => undefined);
	await invalidateAll();
}
