import { requireTemplateEditor } from '#lib/server/access/account/permission.ts';
import { listTemplateVersions } from '#lib/server/ledger/template/queries.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	requireTemplateEditor(locals);
	return { versions: await listTemplateVersions(getDb()) };
};
