import { getDb } from '#lib/server/platform/db/app-db.ts';
import { checkReady, type Readiness } from '#lib/server/platform/health/check-ready.ts';
import { Remembered } from '#lib/server/platform/health/remembered.ts';
import type { RequestHandler } from './$types';

/** Anybody may ask, so the database is asked once a second at most. */
const KEPT_MS = 1_000;

const readiness = new Remembered<Readiness>(() => checkReady(getDb()), KEPT_MS);

/** Whether this process can serve: the database answers, keeps what is written, and is migrated. Public. */
export const GET: RequestHandler = async () => {
	const state = await readiness.get();
	return new Response(`${JSON.stringify(state)}\n`, {
		status: state.ready ? 200 : 503,
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Cache-Control': 'no-store',
			...(!state.ready && { 'Retry-After': '5' })
		}
	});
};
