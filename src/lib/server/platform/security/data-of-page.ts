import type { RequestEvent } from '@sveltejs/kit';

/** What Kit says of the data of every page, whoever asks. */
const KIT_SAYS = 'private, no-store';

/**
 * Whether an answer is the data of a page, without an error or a way elsewhere in it, about which the page
 * itself said nothing of keeping. It may then be kept as its HTML is: who moves from page to page, or
 * through time, gets a fifth of the bytes.
 */
export async function isDataOfPage(
	{ isDataRequest }: Pick<RequestEvent, 'isDataRequest'>,
	response: Response
): Promise<boolean> {
	const { headers, status } = response;
	if (!isDataRequest || status !== 200 || headers.get('cache-control') !== KIT_SAYS) return false;
	if (!headers.get('content-type')?.startsWith('application/json')) return false;
	const data = await response.clone().text();
	// Within a text of the page these quotes would stand behind a backslash.
	return data.startsWith('{"type":"data"') && !data.includes('"type":"error"');
}
