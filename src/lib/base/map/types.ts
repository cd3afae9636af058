import type { RolloutStatus } from '#lib/base/status/rollout-status.ts';

/**
 * Five fixed classes of a share (see `shareClass` in legend.ts), and one for "there is no value". How long
 * ago somebody looked has the same five steps: the darker, the more recent.
 */
export const shareClasses = [
	'share_1',
	'share_2',
	'share_3',
	'share_4',
	'share_5',
	'no_value'
] as const;
export type ShareClass = (typeof shareClasses)[number];

/** What colours a cell: its status, or the class of its share. Also the CSS class, `cell-…`. */
export type CellClass = RolloutStatus | ShareClass;

/**
 * What the colours say: the status, the share of milestones done, inhabitants covered per province, or
 * how long ago somebody looked at the library.
 */
export const mapMeasures = ['status', 'milestones', 'inhabitants', 'looks'] as const;
export type MapMeasure = (typeof mapMeasures)[number];

/** Statuses of an information point, in the order of the legend; each has its own shape (shapes.ts). */
export const pointStatuses = [
	'realised',
	'temporarily_closed',
	'online_now',
	'online_only',
	'plan_overdue',
	'planned_90',
	'planned_later',
	'plan_withdrawn',
	'not_planned',
	'closed'
] as const satisfies readonly (RolloutStatus | 'closed')[];
export type PointStatus = (typeof pointStatuses)[number];

/** The three layers that can be switched off; every status belongs to exactly one (layers.ts). */
export interface MapLayers {
	fact: boolean;
	plan: boolean;
	gaps: boolean;
}

/** A rectangle in map units (see projection.ts), y downwards. */
export interface Box {
	minX: number;
	minY: number;
	maxX: number;
	maxY: number;
}

/** A rectangle in degrees (WGS84). */
export interface GeoBounds {
	west: number;
	south: number;
	east: number;
	north: number;
}

/** One municipality or province as stored: SVG path data in map units, its box and a point inside it. */
export interface BoundaryShape extends Box {
	code: string;
	path: string;
	labelX: number;
	labelY: number;
}

/** The boundaries of one period, as read from `boundary_set` and its two tables. */
export interface MapGeometry {
	/** `boundary_set.id` */
	boundarySet: number;
	kind: 'schematic' | 'official';
	attribution: string;
	cells: readonly BoundaryShape[];
	provinces: readonly BoundaryShape[];
}

/** What is known of one municipality: its colour and the sentence that says what it is. */
export interface MapCell {
	code: string;
	/** Null when the filters leave it out: bare land that still has its name and its link. */
	cls: CellClass | null;
	/** "Gemeente Venlo (Limburg): open sinds 1 juli 2019" */
	label: string;
}

/** One province: its sentence, and for the measure per province the few characters to print on it. */
export interface MapProvince {
	code: string;
	label: string;
	text?: string;
}

/** One information point. `label` is "Bibliotheek Venlo, open sinds 1 juli 2019". */
export interface MapPoint {
	id: number;
	lat: number;
	lon: number;
	status: PointStatus;
	label: string;
	/** True when it stands in the middle of its town or municipality because the address is not known. */
	approximate?: boolean;
}

/** A town as the map writes it, with its inhabitants; a code when that municipality bears its name. */
export type PlaceName = readonly [
	name: string,
	lat: number,
	lon: number,
	inhabitants: number,
	code?: string
];

/** Number of points per status; a missing status is zero. */
export type StatusMix = Partial<Record<PointStatus, number>>;

/** Several points drawn as one. `mix` counts every one of them, so no status is ever hidden. */
export interface MapCluster {
	lat: number;
	lon: number;
	count: number;
	mix: StatusMix;
	bounds: GeoBounds;
}

export interface LegendEntry {
	cls: CellClass;
	label: string;
	count: number;
}

export interface PointLegendEntry {
	status: PointStatus;
	label: string;
	count: number;
}

export interface MapLegend {
	heading: string;
	entries: readonly LegendEntry[];
	pointHeading: string;
	points: readonly PointLegendEntry[];
}

/** Where things on the map lead; the page fills in language and both dates. */
export interface MapLinks {
	cell(code: string): string;
	point?(id: number): string;
}

/** Texts of the map that are not about one place; `mapTexts()` of texts.ts gives them. */
export interface MapTexts {
	/** Name of the map as a region, for assistive technology. */
	region: string;
	/** One sentence about the keys: arrows move, Enter opens, plus and minus zoom. */
	keys: string;
	zoomIn: string;
	zoomOut: string;
	wholeCountry: string;
	/** "Gebruik twee vingers om de kaart te verschuiven" */
	twoFingers: string;
	/** "Houd Ctrl ingedrukt om te zoomen" */
	ctrlScroll: string;
	close: string;
	openDossier: string;
	approximate: string;
	/** "12 informatiepunten: 9 open, 3 gepland" */
	cluster(count: number, mix: StatusMix): string;
}

/** From this zoom on the server gives every point apart, however close they are. */
export const everyPointZoom = 18;

/** Points given at once, or (above about 2,000) asked for per view from the server. */
export type PointSource =
	| { kind: 'inline'; points: readonly MapPoint[] }
	| {
			kind: 'remote';
			load(
				bounds: GeoBounds,
				zoom: number,
				signal: AbortSignal
			): Promise<readonly (MapPoint | MapCluster)[]>;
	  };

/** Props of RolloutMap.svelte. The SVG itself is not among them: see server/map/inline-svg.ts. */
export interface RolloutMapProps {
	/** `mapToken` of inline-svg-token.ts; the server puts the drawn SVG in its place. */
	token: string;
	/** Boundary set of the cells; another one than drawn makes the browser fetch `svgHref`. */
	boundarySet: number;
	/** Address of the bare SVG of this view (`/kaart.svg?fragment=1&…`). */
	svgHref: string;
	/** Address of the names of towns for these boundaries (`/kaart/plaatsen.json?grenzen=…`). */
	placesHref?: string | undefined;
	cells: readonly MapCell[];
	points: PointSource;
	layers: MapLayers;
	/** Texts to print on provinces; none of them when absent. */
	provinces?: readonly MapProvince[];
	links: MapLinks;
	texts: MapTexts;
	/** Code of the province to show whole, or null for the country. */
	province: string | null;
	/** Code of the municipality to point out (found by search), or null. */
	selected?: string | null;
	/** Background tiles; off unless the installation sets them. */
	tiles?: { url: string; attribution: string } | null;
}
