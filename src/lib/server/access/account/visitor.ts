import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import type { Cookies } from '@sveltejs/kit';
import type { Auth } from './auth.ts';

/** What better-auth has to know about a request. */
export interface Visitor {
	/** Scheme and host as the visitor sees them. */
	origin: string;
	address: string;
	userAgent: string | null;
	cookie: string | null;
}

/** The part of Kit's event that makes a {@link Visitor}. */
interface VisitorEvent {
	url: URL;
	request: Request;
	getClientAddress: () => string;
}

/** As much of these two as the table of sessions keeps; the visitor decides how long they are. */
const LONGEST_ADDRESS = 100;
const LONGEST_USER_AGENT = 500;

/** The visitor behind a request; the address is `unknown` when a proxy does not pass it on. */
export function visitorOf({ url, request, getClientAddress }: VisitorEvent): Visitor {
	let address = 'unknown';
	try {
		address = getClientAddress().slice(0, LONGEST_ADDRESS);
	} catch {
		// ADDRESS_HEADER names a header that this request does not have (a health check, say).
	}
	return {
		origin: url.origin,
		address,
		userAgent: request.headers.get('user-agent')?.slice(0, LONGEST_USER_AGENT) ?? null,
		cookie: request.headers.get('cookie')
	};
}

function headersFor(visitor: Visitor): Headers {
	const headers = new Headers({
		'content-type': 'application/json',
		// Kit has checked the real origin of the form before we come here.
		origin: visitor.origin,
		'x-client-address': visitor.address
	});
	if (visitor.userAgent) headers.set('user-agent', visitor.userAgent);
	if (visitor.cookie) headers.set('cookie', visitor.cookie);
	return headers;
}

/**
 * Posts to better-auth as this visitor, through its handler: only that counts requests per address.
 */
export function postToAuth(
	auth: Auth,
	visitor: Visitor,
	path: string,
	body: object = {}
): Promise<Response> {
	const request = new Request(`${visitor.origin}${auth.options.basePath}${path}`, {
		method: 'POST',
		headers: headersFor(visitor),
		body: JSON.stringify(body)
	});
	return auth.handler(request);
}

/** Hands the cookies that better-auth sets on to the visitor. */
export function passCookies(from: Headers, to: Pick<Cookies, 'set'>): void {
	for (const line of from.getSetCookie()) {
		for (const [name, attributes] of parseSetCookieHeader(line)) {
			to.set(name, attributes.value, {
				...toCookieOptions(attributes),
				path: attributes.path ?? '/'
			});
		}
	}
}
