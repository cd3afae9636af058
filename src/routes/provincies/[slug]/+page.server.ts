import { error, redirect } from '@sveltejs/kit';
import { asOfParams, parseAsOf } from '#lib/base/as-of/as-of.ts';
import { link } from '#lib/base/i18n/link.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readProvinceDossier } from '#lib/server/network/province/dossier.ts';
import { sayFacts } from '#lib/server/base/source/say-fact.ts';
import { provinceSlug } from '#lib/base/selection/province-slugs.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const db = getDb();
	const today = await readToday(db);
	const { asOf, notices } = parseAsOf(url.searchParams, today);
	const slug = provinceSlug(params.slug);
	const dossier = await readProvinceDossier(db, slug, asOf, today, locals.user);
	if (!dossier) error(404, 'Province not found');
	if (slug !== params.slug) redirect(308, link(`/provincies/${slug}`, asOfParams(asOf, today)));
	return { ...sayFacts(dossier), today, asOf, notices };
};
