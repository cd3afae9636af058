import type { Headline } from '#lib/network/standing/types.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { MapLegend, RolloutMapProps } from '#lib/base/map/types.ts';
import type { HintLine } from '#lib/base/selection/hint-line.ts';
import type { ListRows } from '#lib/figures/map-page/list-rows.ts';
import type { Waiting } from '#lib/figures/map-page/waiting.ts';
import type { PageTexts } from '#lib/figures/map-page/page-texts.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { TimeStep } from '#lib/figures/map-page/time-steps.ts';

/** What of the map page is the same for every day. */
interface MapPageOfEveryDay {
	supportInstitutes: readonly { slug: string; name: string }[];
	steps: readonly TimeStep[];
	/** What the small pictures of the legend are painted with. */
	legendPatterns: string;
	/** A map of somebody else below ours; null unless the installation sets one. */
	tiles: RolloutMapProps['tiles'];
}

/** What the map page needs beside the map itself, which travels as SVG or as `/kaart/punten.json`. */
export type MapPageData = MapPageOfDay & MapPageOfEveryDay;

export interface MapPageOfDay {
	view: View;
	today: Day;
	/** What of the address was ignored, in sentences. */
	notices: readonly string[];
	/** The heading: what is shown, and of which day. */
	title: string;
	texts: PageTexts;
	/** Reads the map out. */
	sentence: string;
	headline: Headline;
	/** What the statuses asked for select, in sentences; null when none is asked for. */
	selection: string | null;
	/** What was planned, in words for the tiles; empty where there is nothing to plan. */
	plans: { organisations: string; locations: string };
	list: ListRows;
	/** About the search, for above the list. */
	hints: readonly HintLine[];
	legend: MapLegend;
	/** The first organisations without a realised point; null when statuses are filtered. */
	waiting: Waiting | null;
	/** Why rows of the list are late, by their code or id. */
	whys: Readonly<Record<string, string>>;
	/** Locations of the reader's own work without an address or coordinates; null when there are none. */
	withoutPlace: { count: number; href: string } | null;
	/** Code of the province that is filtered on. */
	provinceCode: string | null;
	boundaries: { id: number; kind: 'schematic' | 'official'; attribution: string };
}
