import { error, redirect } from '@sveltejs/kit';
import { asOfParams, parseAsOf } from '#lib/base/as-of/as-of.ts';
import { link } from '#lib/base/i18n/link.ts';
import { parseMunicipalityCode } from '#lib/network/municipality/municipality-code.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readMunicipalityDossier } from '#lib/server/network/municipality/dossier.ts';
import { sayFacts } from '#lib/server/base/source/say-fact.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const code = parseMunicipalityCode(params.code);
	if (code === null) error(404, 'Municipality not found');
	const db = getDb();
	const today = await readToday(db);
	const { asOf, notices } = parseAsOf(url.searchParams, today);
	if (code !== params.code) redirect(308, link(`/gemeenten/${code}`, asOfParams(asOf, today)));
	const dossier = await readMunicipalityDossier(db, code, asOf, today, locals.user);
	if (!dossier) error(404, 'Municipality not found');
	return { ...sayFacts(dossier), today, asOf, notices };
};
