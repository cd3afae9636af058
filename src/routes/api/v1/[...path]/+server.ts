import { problem } from '#lib/server/publish/api/problem.ts';
import type { RequestHandler } from './$types';

/** Everything else under the API: an answer in its own form; public. */
export const fallback: RequestHandler = () =>
	problem(404, 'Niet gevonden', 'Dit adres hoort niet bij de API. Zie /api/v1/openapi.json.');
