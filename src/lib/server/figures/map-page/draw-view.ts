import { linkMaker } from '#lib/base/i18n/link-maker.ts';
import { coverageSentence } from '#lib/network/standing/sentence.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { createClusterIndex, zoomOfWidth } from '#lib/base/map/cluster.ts';
import { drawMap, frameAround } from '#lib/base/map/draw-map.ts';
import type { MapCard } from '#lib/base/map/draw-card.ts';
import type { MapPicture } from '#lib/base/map/draw-picture.ts';
import { boundsOf, frame as wholeFrame } from '#lib/base/map/projection.ts';
import { clusterLabel } from '#lib/base/map/texts.ts';
import type { BoundaryShape, Box } from '#lib/base/map/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { municipalityLink, pointLink } from '#lib/network/standing/dossier-links.ts';
import { placeOf } from '#lib/base/selection/filter-texts.ts';
import type { MapContent } from '#lib/figures/map-page/map-content.ts';
import { MAP_ID } from '#lib/figures/map-page/map-id.ts';
import { selectionText } from '#lib/base/selection/selection-text.ts';
import { datesOf, isSelection } from '#lib/base/selection/view-link.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { MapStandings } from './read-map.ts';

/** About as wide as the map is on a desktop, in pixels; decides which points become a cluster. */
const DRAWN_WIDTH = 620;

/** The map of a view as SVG in the language of the reader; `picture` or `card` makes a file of it. */
export function drawView(
	standings: MapStandings,
	content: MapContent,
	view: View,
	today: Day,
	{ picture, card }: { picture?: MapPicture; card?: MapCard } = {}
): string {
	const frame = frameOf(standings, view);
	const dates = datesOf(view, today);
	const box = frame ?? wholeFrame;
	const zoom = zoomOfWidth(DRAWN_WIDTH) + Math.log2(widthOf(wholeFrame) / widthOf(box));
	return drawMap({
		id: MAP_ID,
		geometry: standings.geometry,
		cells: content.cells,
		provinces: content.provinces,
		points: createClusterIndex(content.points).at(boundsOf(box), zoom),
		layers: view.layers,
		title: m.view_map_title({
			date: formatDay(view.asOf.validOn < today ? view.asOf.validOn : today, getLocale())
		}),
		description: viewSentences(standings, view, today).join(' '),
		links: {
			cell: linkMaker((code) => municipalityLink(code, dates)),
			point: linkMaker((id) => pointLink(Number(id), dates))
		},
		texts: { cluster: clusterLabel },
		...(frame ? { frame, complete: !picture && !card } : {}),
		...(picture && { picture }),
		...(card && { card })
	});
}

/** The sentence that reads this view out, and the one about the statuses chosen. */
export function viewSentences(standings: MapStandings, view: View, today: Day): string[] {
	const lead = viewSentence(standings, view, today);
	return standings.selection ? [lead, selectionText(standings.selection)] : [lead];
}

/** "De uitrol in Limburg op 30 juni 2020"; of a day to come it says that facts are of today. */
export function viewTitle({ asOf, filters }: View, today: Day): string {
	const inWords = (day: Day) => formatDay(day, getLocale());
	const place = placeOf(filters);
	const date = inWords(asOf.validOn);
	if (asOf.validOn > today) {
		const days = { date, today: inWords(today) };
		return place ? m.view_title_future_place({ place, ...days }) : m.view_title_future(days);
	}
	return place ? m.view_title_place({ place, date }) : m.view_title({ date });
}

/** The sentence that reads this view out. */
export function viewSentence({ headline }: MapStandings, view: View, today: Day): string {
	return coverageSentence({
		headline,
		asOf: view.asOf,
		today,
		place: placeOf(view.filters),
		selection: isSelection(view.filters)
	});
}

const widthOf = (box: Box) => Math.max(box.maxX - box.minX, box.maxY - box.minY);

/** The province that is filtered on, whole; undefined for the country. */
function frameOf(standings: MapStandings, view: View): Box | undefined {
	const shape = provinceOf(standings, view);
	return shape && frameAround([shape]);
}

/** The outline of the province that is filtered on; undefined for the country. */
export function provinceOf(
	{ municipalities, others, geometry }: MapStandings,
	{ filters }: View
): BoundaryShape | undefined {
	if (!filters.province) return undefined;
	const slug = filters.province;
	const known =
		municipalities.find(({ province }) => province.slug === slug)?.province ??
		others.find(({ province }) => province.slug === slug)?.province;
	return geometry.provinces.find(({ code }) => code === known?.code);
}
