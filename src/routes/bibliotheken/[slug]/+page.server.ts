import { error } from '@sveltejs/kit';
import { parseAsOf } from '#lib/base/as-of/as-of.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readLibraryDossier } from '#lib/server/network/library/dossier.ts';
import { sayFacts } from '#lib/server/base/source/say-fact.ts';
import { readLibraryGrants } from '#lib/server/programme/grant/library-grants.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const db = getDb();
	const today = await readToday(db);
	const { asOf, notices } = parseAsOf(url.searchParams, today);
	const dossier = await readLibraryDossier(db, params.slug, asOf, today, locals.user);
	if (!dossier) error(404, 'Library not found');
	const grants = await readLibraryGrants(db, locals.user, dossier.library, {
		...{ day: dossier.factDay, knownOn: asOf.knownOn }
	});
	return { ...sayFacts(dossier), grants, today, asOf, notices };
};
