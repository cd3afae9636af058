import { error } from '@sveltejs/kit';
import { requireInquirer } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { inquiryFile } from '#lib/server/work/inquiry/file-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	requireInquirer(locals);
	return (await inquiryFile(getDb(), url, params.file)) ?? error(404);
};
