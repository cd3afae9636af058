import { error } from '@sveltejs/kit';
import { institutesOf } from '#lib/access/account/permission.ts';
import { requireGrantKeeper } from '#lib/server/access/account/permission.ts';
import { accountabilityFile } from '#lib/server/figures/subsidy/read-accountability.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const user = requireGrantKeeper(locals);
	return (await accountabilityFile(getDb(), url, params.file, institutesOf(user))) ?? error(404);
};
