import { checkReady } from '#lib/server/health/check-ready.ts';
import { getDb } from '#lib/server/db/app-db.ts';
import type { RequestHandler } from './$types';

/** Whether this process can serve: the database answers and its migrations are current. Public. */
export const GET: RequestHandler = async () => {
	const state = await checkReady(getDb());
	return new Response(`${JSON.stringify(state)}\n`, {
		status: state.ready ? 200 : 503,
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Cache-Control': 'no-store',
			...(!state.ready && { 'Retry-After': '5' })
		}
	});
};
