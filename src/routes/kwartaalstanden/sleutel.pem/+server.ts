import { error } from '@sveltejs/kit';
import { KEY_FILE } from '#lib/publish/edition/checksums.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { respondFile } from '#lib/server/publish/edition/respond-file.ts';
import { findKeyFile } from '#lib/server/publish/edition/served-file.ts';
import type { RequestHandler } from './$types';

/** Public. The key with which editions are signed; there is none before the first one. */
export const GET: RequestHandler = async () => {
	const file = await findKeyFile(getDb());
	if (!file) error(404);
	return respondFile(file, KEY_FILE);
};
