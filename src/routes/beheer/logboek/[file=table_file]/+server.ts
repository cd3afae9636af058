import { error } from '@sveltejs/kit';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireLogReader } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { logFile } from '#lib/server/work/logbook/file-response.ts';
import { logReader } from '#lib/work/logbook/line.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const user = requireLogReader(locals);
	logVisit(locals, { action: 'read_log', object: params.file });
	return (await logFile(getDb(), logReader(user), url, params.file)) ?? error(404);
};
