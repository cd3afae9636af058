import { error, redirect } from '@sveltejs/kit';
import { parseQuarter } from '#lib/base/as-of/quarter.ts';
import { link } from '#lib/base/i18n/link.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readEditionPage } from '#lib/server/publish/edition/read-page.ts';
import type { PageServerLoad } from './$types';

/** Public. A frozen quarter at its fixed address. */
export const load: PageServerLoad = async ({ params, url }) => {
	const quarter = parseQuarter(params.code);
	if (!quarter) error(404);
	if (params.code !== quarter.code) redirect(308, link(`/kwartaalstanden/${quarter.code}`));
	const edition = await readEditionPage(getDb(), quarter, url.origin);
	if (!edition) error(404);
	return { quarter, edition };
};
