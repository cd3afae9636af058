import { getDb } from '#lib/server/platform/db/app-db.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { isUnfinished, readForecastPage } from '#lib/server/figures/forecast/read-page.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import type { PageServerLoad } from './$types';

/** Public. Waits only a little for a simulation: an unfinished page says so and is not kept. */
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	const page = await readForecastPage(getDb(), getForecasts(), url.searchParams);
	if (isUnfinished(page)) setHeaders({ 'cache-control': 'no-store' });
	return { ...page, notices: page.notices.map(noticeText), unfinished: isUnfinished(page) };
};
