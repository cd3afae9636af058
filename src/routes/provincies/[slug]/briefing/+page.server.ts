import { error, redirect } from '@sveltejs/kit';
import { asOfParams, parseAsOf } from '#lib/base/as-of/as-of.ts';
import { link } from '#lib/base/i18n/link.ts';
import { drawBriefingMap } from '#lib/server/publish/briefing/draw-map.ts';
import { readBriefing } from '#lib/server/publish/briefing/read-briefing.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { provinceSlug } from '#lib/base/selection/province-slugs.ts';
import type { PageServerLoad } from './$types';

/** Public: the state of a province on one sheet. */
export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	const db = getDb();
	const today = await readToday(db);
	const { asOf, notices } = parseAsOf(url.searchParams, today);
	const slug = provinceSlug(params.slug);
	const read = await readBriefing(db, getForecasts(), { slug, asOf, today, wait: false });
	if (!read) error(404, 'Province not found');
	if (slug !== params.slug)
		redirect(308, link(`/provincies/${slug}/briefing`, asOfParams(asOf, today)));
	// Without its forecast the page is not whole yet, so it is not kept.
	if (read.briefing.computing) setHeaders({ 'cache-control': 'no-store' });
	const map = await drawBriefingMap(db, read.province, asOf, today);
	return { briefing: read.briefing, map, notices };
};
