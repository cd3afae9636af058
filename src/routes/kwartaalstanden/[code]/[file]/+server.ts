import { error } from '@sveltejs/kit';
import { parseQuarter } from '#lib/base/as-of/quarter.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { findServedFile } from '#lib/server/publish/edition/served-file.ts';
import { respondFile } from '#lib/server/publish/edition/respond-file.ts';
import type { RequestHandler } from './$types';

/** Public. A file of a frozen quarter, byte for byte as it was frozen. */
export const GET: RequestHandler = async ({ params }) => {
	const quarter = parseQuarter(params.code);
	const file = quarter && (await findServedFile(getDb(), quarter.end, params.file));
	if (!file) error(404);
	return respondFile(file, `ido-${quarter.code}-${params.file}`);
};
