import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { hasSessionCookie } from '#lib/server/platform/security/session-cookie.ts';
import { namesOf } from '#lib/base/selection/parameter.ts';
import { PAGE_PARAMETERS } from '#lib/figures/page/parameters.ts';
import { VIEW_PARAMETERS } from '#lib/base/selection/parameters.ts';

/** Parameters that pages and files have beside those of the view. */
const OTHER_PARAMETERS = [
	'x-sveltekit-invalidated',
	'x-sveltekit-trailing-slash',
	'fragment',
	'grenzen',
	'scheiding',
	'kader',
	'zoom',
	'vanaf',
	'versie',
	'voor'
];
const KNOWN = new Set([
	...VIEW_PARAMETERS,
	...Object.values(PAGE_PARAMETERS).flatMap(namesOf),
	...OTHER_PARAMETERS
]);

/** Built files have names that change with their content, and the probes must ask for themselves. */
const NEVER = /^\/(?:_app|health|en\/inloggen|inloggen)(?:\/|$)/;

/** Longer addresses than this are not remembered. */
const LONGEST_ADDRESS = 1_000;

/** Whether the answer to this request is the same for every anonymous visitor. */
export function mayBeKept(req: IncomingMessage): boolean {
	const { method, headers, url = '/' } = req;
	if (method !== 'GET' && method !== 'HEAD') return false;
	if (headers.cookie !== undefined && hasSessionCookie(headers.cookie)) return false;
	if (headers.authorization !== undefined || headers.range !== undefined) return false;
	if (headers.accept?.startsWith('text/event-stream')) return false;
	return !NEVER.test(url) && url.length <= LONGEST_ADDRESS;
}

/** Whether an address has only parameters that mean something to us; others would fill the cache. */
export function hasKnownParameters(url: string): boolean {
	const start = url.indexOf('?');
	if (start < 0) return true;
	return [...new URLSearchParams(url.slice(start)).keys()].every((name) => KNOWN.has(name));
}

/** Whether an answer may be given to others: whole, public, and not varying by more than coding. */
export function isKeepable(status: number, headers: OutgoingHttpHeaders): boolean {
	if (status !== 200 || headers['set-cookie'] || headers['content-encoding']) return false;
	if (/no-store|private/.test(String(headers['cache-control'] ?? ''))) return false;
	if (String(headers['content-type'] ?? '').startsWith('text/event-stream')) return false;
	return /^(?:accept-encoding)?$/i.test(String(headers.vary ?? ''));
}

export type Coding = 'br' | 'gzip' | 'identity';

const codings = new Map<string, Coding>();

/** The best coding that `accept-encoding` allows. */
export function chooseCoding(accepted: string | undefined): Coding {
	const header = accepted ?? '';
	const known = codings.get(header);
	if (known) return known;
	const allowed = header
		.toLowerCase()
		.split(',')
		.map((item) => item.trim())
		.filter((item) => !/;\s*q=0(?:\.0*)?$/.test(item))
		.map((item) => item.split(';')[0]!.trim());
	const coding = (['br', 'gzip'] as const).find((name) => allowed.includes(name)) ?? 'identity';
	// Browsers send a handful of different headers; anything more is somebody playing.
	if (codings.size < 100) codings.set(header, coding);
	return coding;
}
