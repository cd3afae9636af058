import { browser } from '$app/environment';
import { createAttachmentKey } from 'svelte/attachments';
import type { HTMLDetailsAttributes } from 'svelte/elements';

/**
 * What a `<details>` gets by spreading so that the page can open it: the server writes `open`, the
 * browser only follows later changes of the wish. A plain `open={…}` is written again when the scripts
 * arrive, and would close what the visitor had opened by then.
 */
export function disclosure(wanted: () => boolean): HTMLDetailsAttributes {
	if (!browser) return { open: wanted() };
	let before = false;
	return {
		[createAttachmentKey()]: (details: HTMLDetailsElement) => {
			const open = wanted();
			if (open !== before) details.open = open;
			before = open;
		}
	};
}
