/**
 * The headers that go with every answer, pages and files alike. The content security policy of pages
 * is made by Kit (svelte.config.js), which knows the hashes of the scripts.
 */
export function securityHeaders(https: boolean): Record<string, string> {
	return {
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'strict-origin-when-cross-origin',
		'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
		'cross-origin-opener-policy': 'same-origin',
		...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' })
	};
}

/**
 * The policy of a page with the background of the map let in, from the address of its tiles; `{s}` in
 * the name of the host stands for any. Any page may lead to the map without being loaded anew.
 */
export function withTiles(policy: string, tileUrl: string): string {
	const origin = /^https?:\/\/[^/]+/.exec(tileUrl)?.[0].replace('{s}', '*') ?? '';
	return policy.replace(/\bimg-src [^;]*/, (images) => `${images} ${origin}`);
}

/** For answers without a policy of their own (files, JSON): nothing in them may run or load. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** For the service worker: it asks our own server, and that is all. A sandbox would have no store. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/** For an answer that no page or file of ours gives: a refusal of the server itself. */
export function bareHeaders(https: boolean): Record<string, string> {
	return { ...securityHeaders(https), 'content-security-policy': FILE_POLICY };
}

/** What a signed-in visitor gets is for her alone. */
export const PRIVATE = 'private, no-store';

/** What everybody gets alike may be kept, but is asked for again each time. */
export const PUBLIC = 'public, max-age=0, must-revalidate';

/** What decides who may keep an answer. */
export interface Answered {
	method: string;
	status: number;
	/** Whether the request came with a session cookie. */
	personal: boolean;
	/** What the route itself says about keeping, if anything. */
	own: string | null;
}

/** The `cache-control` of an answer; a route may say it more precisely for the public, never for a user. */
export function cacheControl({ method, status, personal, own }: Answered): string {
	const reading = method === 'GET' || method === 'HEAD';
	if (personal || !reading || status >= 500) return PRIVATE;
	return own ?? PUBLIC;
}
