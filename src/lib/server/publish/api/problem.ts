/** One thing that is wrong with a request. */
export interface ApiError {
	parameter: string;
	value: string;
	detail: string;
}

/** The version of the API, sent with every answer of it. */
export const API_VERSION = '1.0.0';

/** Headers of every answer: open to all origins, because everything in it is public. */
export const API_HEADERS: Readonly<Record<string, string>> = {
	'API-Version': API_VERSION,
	'Access-Control-Allow-Origin': '*',
	'Access-Control-Expose-Headers': 'API-Version, ETag'
};

/** An answer of RFC 9457 (`application/problem+json`), with all errors of the request together. */
export function problem(
	status: number,
	title: string,
	detail: string,
	extra: { errors?: readonly ApiError[]; headers?: Record<string, string> } = {}
): Response {
	const body = {
		type: 'about:blank',
		status,
		title,
		detail,
		...(extra.errors && { errors: extra.errors })
	};
	return new Response(`${JSON.stringify(body)}\n`, {
		status,
		headers: {
			'Content-Type': 'application/problem+json',
			'Cache-Control': 'no-store',
			...API_HEADERS,
			...extra.headers
		}
	});
}

/** The answer at an address that is none of the API. */
export const unknownAddress = (): Response =>
	problem(404, 'Niet gevonden', 'Dit adres hoort niet bij de API. Zie /api/v1/openapi.json.');
