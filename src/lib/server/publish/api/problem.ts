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

/** The refusal of a question that is not right, with all errors together; null when it is. */
export function refusalOf({
	errors,
	unknownProvince = false
}: {
	errors: readonly ApiError[];
	unknownProvince?: boolean;
}): Response | null {
	const [first] = errors;
	if (!first) return null;
	if (unknownProvince && errors.length === 1)
		return problem(404, 'Niet gevonden', first.detail, { errors });
	const parameters = [...new Set(errors.map(({ parameter }) => parameter))];
	const detail = `De vraag klopt niet: ${parameters.join(', ')}.`;
	return problem(400, 'Ongeldige vraag', detail, { errors });
}
