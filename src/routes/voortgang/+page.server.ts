import { getDb } from '#lib/server/platform/db/app-db.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { findFanSoon } from '#lib/server/figures/forecast/find-fan.ts';
import { readProgressOf } from '#lib/server/figures/progress/read-progress.ts';
import { sayFacts } from '#lib/server/base/source/say-fact.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public: everybody sees the progress. */
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	const { progress, notices, supportInstitutes, dataVersion } = await readProgressOf(
		getDb(),
		url.searchParams
	);
	const fan = await findFanSoon(getForecasts(), progress, dataVersion);
	// Without its fan the page is not whole yet, so it is not kept.
	if (fan.state === 'computing') setHeaders({ 'cache-control': 'no-store' });
	const { targets, events } = sayFacts({ targets: progress.targets, events: progress.events });
	return {
		progress: { ...progress, targets, events },
		fan,
		notices: notices.map(noticeText),
		supportInstitutes
	};
};
