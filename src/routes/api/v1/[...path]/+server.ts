import { unknownAddress } from '#lib/server/publish/api/problem.ts';
import type { RequestHandler } from './$types';

/** Everything else under the API: an answer in its own form; public. */
export const fallback: RequestHandler = () => unknownAddress();
