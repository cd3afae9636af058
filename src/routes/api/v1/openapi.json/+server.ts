import { version } from '$app/environment';
import { describeApi } from '#lib/server/publish/api/describe-api.ts';
import { jsonWithTag, preflight } from '#lib/server/publish/api/respond.ts';
import type { RequestHandler } from './$types';

/** The description of the API (OpenAPI 3.1); public. */
export const GET: RequestHandler = ({ url, request }) =>
	jsonWithTag(request, describeApi(url.origin), version);

export const OPTIONS: RequestHandler = preflight;
