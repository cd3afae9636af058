import { selectByStatus } from '#lib/server/network/standing/list-municipality-standings.ts';
import { readSearchHints } from '#lib/server/network/standing/read-search.ts';
import { readOrganisations } from '#lib/server/network/standing/read-organisations.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import {
	drawView,
	provinceOf,
	viewSentence,
	viewTitle
} from '#lib/server/figures/map-page/draw-view.ts';
import { readListPage } from '#lib/server/figures/map-page/read-list.ts';
import { listWaiting, WAITING_SHOWN } from '#lib/server/figures/map-page/list-waiting.ts';
import { listWhys } from '#lib/server/figures/map-page/list-whys.ts';
import {
	readMap,
	readMunicipalities,
	type MapStandings
} from '#lib/server/figures/map-page/read-map.ts';
import { readView } from '#lib/server/figures/page/read-view.ts';
import { isNothing, isNothingSelected } from '#lib/network/standing/is-nothing.ts';
import { planText } from '#lib/network/standing/plan-text.ts';
import { countWithoutPlace } from '#lib/server/work/location/count-without-place.ts';
import type { Day } from '#lib/base/day/day.ts';
import { hintLines } from '#lib/network/standing/hint-lines.ts';
import { datesOf, viewLink } from '#lib/base/selection/view-link.ts';
import { pageTexts } from '#lib/figures/map-page/page-texts.ts';
import { selectionText } from '#lib/base/selection/selection-text.ts';
import { mapContent } from '#lib/figures/map-page/map-content.ts';
import { link } from '#lib/base/i18n/link.ts';
import type { View } from '#lib/base/selection/view.ts';
import { completenessParams } from '#lib/work/location/completeness-params.ts';
import type { PageServerLoad } from './$types';
import type { MapPageOfDay } from './page-data.ts';

/** Public: everybody sees the map. */
export const load: PageServerLoad = async ({ url, locals, isDataRequest, parent }) => {
	const db = getDb();
	const { today } = await parent();
	const { view, notices, where } = await readView(db, url.searchParams, today);
	const municipalities = readMunicipalities(db, where, view);
	const organisations = readOrganisations(db, where, WAITING_SHOWN);
	const [standings, list] = await Promise.all([
		readMap(db, where, view, { municipalities, organisations }),
		municipalities.then((read) => readListPage(db, where, view, selectByStatus(read, where)))
	]);
	const [waiting, whys, hints] = await Promise.all([
		listWaiting(db, where, await organisations, standings.reasons),
		listWhys(db, where, list, standings.reasons),
		readSearchHints(db, where, list.page.total)
	]);
	const withoutPlace = await countWithoutPlace(db, locals.user, view.filters.province, today);
	const content = mapContent(standings, view.measure);
	// Between pages of the site the browser has the outlines already and asks for what changed.
	if (!isDataRequest) locals.mapSvg = drawView(standings, content, view, today);
	const { boundarySet: id, kind, attribution } = standings.geometry;
	return {
		view: { ...view, page: list.page.page },
		today,
		// Made here, because these texts in two languages are a tenth of the page's scripts.
		notices: notices.map(noticeText),
		title: viewTitle(view, today),
		texts: pageTexts(view, today),
		sentence: viewSentence(standings, view, today),
		headline: standings.headline,
		selection: standings.selection && selectionText(standings.selection),
		plans: plansOf(standings, view.asOf.validOn, today),
		list,
		hints: hintLines(
			hints,
			view.filters,
			(filters) => `${viewLink(view, today, { filters })}#lijst`,
			datesOf(view, today)
		),
		legend: content.legend,
		waiting,
		whys,
		withoutPlace: withoutPlace > 0 ? { count: withoutPlace, href: worklistHref(view) } : null,
		provinceCode: provinceOf(standings, view)?.code ?? null,
		boundaries: { id, kind, attribution }
	} satisfies MapPageOfDay;
};

/** Where those locations are filled in. */
function worklistHref({ filters }: View): string {
	const narrowed = { poi: null, province: filters.province, library: null };
	const params = completenessParams({ ...narrowed, withoutPlace: true, page: 1 });
	return link('/mijn-bibliotheken/locaties', params);
}

/** What was planned by the day asked for, in words for the tiles. */
function plansOf({ headline, selection }: MapStandings, asked: Day, today: Day) {
	const { organisations, locations } = headline;
	const judged = selection === null || !isNothingSelected(selection);
	const total = isNothing(headline) ? 0 : null;
	return {
		organisations: planText({ ...organisations, judged }, asked, today),
		locations: planText({ ...locations, total, judged }, asked, today)
	};
}
