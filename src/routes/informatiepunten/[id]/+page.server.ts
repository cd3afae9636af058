import { error } from '@sveltejs/kit';
import { parseAsOf } from '#lib/base/as-of/as-of.ts';
import { mayLookAgain } from '#lib/access/account/permission.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readInformationPointDossier } from '#lib/server/network/information-point/dossier.ts';
import { findPointLook } from '#lib/server/work/second-look/looked.ts';
import { sayFacts } from '#lib/server/base/source/say-fact.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const id = readId(params.id);
	if (id === null) error(404, 'Information point not found');
	const db = getDb();
	const today = await readToday(db);
	const { asOf, notices } = parseAsOf(url.searchParams, today);
	const dossier = await readInformationPointDossier(db, id, asOf, today, locals.user);
	if (!dossier) error(404, 'Information point not found');
	const isNow = asOf.validOn === today && asOf.knownOn === null;
	return {
		...{ ...sayFacts(dossier), today, asOf, notices },
		// Whether somebody at KB has looked is for those who work on it, not for the public.
		secondLook: dossier.mayEdit && isNow ? await findPointLook(db, id, today) : null,
		mayLookAgain: mayLookAgain(locals.user)
	};
};
