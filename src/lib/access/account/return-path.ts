const OWN = 'http://own.invalid';

/** Coming back to one of these after signing in would be pointless or would sign out again. */
const NOT_AFTER_SIGN_IN =
	/^(\/en)?\/(inloggen|uitloggen|wachtwoord-vergeten|weekmail-afmelden|antwoord)(\/|$)/;

/**
 * The path and query to go to after signing in, from an address that anybody can make up: only an
 * address of this site counts, everything else becomes undefined.
 */
export function safeReturnPath(given: string | null | undefined): string | undefined {
	// A browser reads "/\host" and "//host" as another site, and skips tabs and line ends.
	if (!given || !/^\/(?![/\\])/.test(given) || /[\\\p{Cc}]/u.test(given)) return undefined;
	const url = URL.parse(given, OWN);
	if (!url || url.origin !== OWN || url.pathname.startsWith('//')) return undefined;
	return NOT_AFTER_SIGN_IN.test(url.pathname) ? undefined : url.pathname + url.search;
}

/** The path of a page to come back to, without the name of the form action (`?/save`) it may carry. */
export function pagePath(url: URL): string {
	const params = new URLSearchParams(url.search);
	for (const name of [...params.keys()]) if (name.startsWith('/')) params.delete(name);
	return url.pathname + (params.size > 0 ? `?${params}` : '');
}
