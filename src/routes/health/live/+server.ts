import type { RequestHandler } from './$types';

/** The process answers; says nothing of the database. Public. */
export const GET: RequestHandler = () =>
	new Response('ok\n', {
		headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
	});
