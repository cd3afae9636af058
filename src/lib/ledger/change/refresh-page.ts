import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import { askingAgain } from './asking-again.ts';

/**
 * Asks for the page's data again, which nobody did by hand, and tells whether they came. What is being
 * read is never replaced by an error for it: when the server refuses, the line is gone or the reader
 * leaves the page meanwhile, it stays as it is. A refresh in the middle of a navigation cancels that,
 * and the click of the reader is lost: it waits until she is where she was going.
 */
export async function refreshPage(): Promise<boolean> {
	await navigating.complete?.catch(() => undefined);
	return askingAgain(window, invalidateAll);
}
