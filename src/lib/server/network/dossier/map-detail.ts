import { mapAttribution } from '#lib/base/map/attribution.ts';
import type { Kysely } from 'kysely';
import { asOfParams, type AsOf } from '#lib/base/as-of/as-of.ts';
import { ROLLOUT_STATUSES, type RolloutStatus } from '#lib/base/status/rollout-status.ts';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import { DETAIL_ID } from '#lib/network/dossier/detail-id.ts';
import { detailFrame } from '#lib/network/dossier/detail-frame.ts';
import { detailOverlay, type PlaceName } from '#lib/network/dossier/detail-overlay.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import type { Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import {
	informationPointStatus,
	mapStatusOf,
	type InformationPoint
} from '#lib/network/information-point/information-point.ts';
import { informationPointSummary } from '#lib/network/information-point/summary.ts';
import { drawMap } from '#lib/base/map/draw-map.ts';
import { insideCells } from '#lib/base/map/inside-cell.ts';
import { allLayers } from '#lib/base/map/layers.ts';
import { clusterLabel } from '#lib/base/map/texts.ts';
import type { BoundaryShape, Box, MapGeometry, MapPoint } from '#lib/base/map/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { findGeometry } from '#lib/server/base/map/find-geometry.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';

export interface DetailRequest {
	/** The name of what the page is about. */
	name: string;
	/** The municipalities to outline, or the province. */
	focus: { municipalityCodes: readonly string[] } | { provinceCode: string };
	points: readonly InformationPoint[];
	/** The day that the facts are of. */
	factDay: Day;
	asOf: AsOf;
	today: Day;
	/** False where tables on the page hold the same links, so that Tab need not pass them twice. */
	inTabOrder: boolean;
}

/** A map detail for a page: its SVG, and who the boundaries are from. */
export interface MapDetail {
	svg: string;
	attribution: string;
	/** The statuses that its colours stand for. */
	statuses: RolloutStatus[];
}

/**
 * Draws what a dossier is about in its surroundings, with the status of each municipality on (D, K).
 * Null when no boundaries are loaded or none of them is what the page is about.
 */
export async function drawMapDetail(
	db: Kysely<DB>,
	request: DetailRequest
): Promise<MapDetail | null> {
	const { asOf, today, name, factDay } = request;
	const [geometry, standings] = await Promise.all([
		findGeometry(db, factDay),
		listMunicipalityStandings(
			db,
			{ asOf, today, filters: NO_FILTERS },
			{ libraries: false, milestones: false }
		)
	]);
	if (!geometry) return null;
	const focus = focusShapes(geometry, request.focus);
	if (focus.length === 0) return null;
	const frame = detailFrame(focus);
	const dates = asOfParams(asOf, today);
	const svg = drawMap({
		id: DETAIL_ID,
		geometry: { ...geometry, provinces: geometry.provinces.filter((s) => overlaps(s, frame)) },
		cells: standings.map(({ code, name, status }) => ({
			code,
			cls: status,
			label: m.dossier_map_cell({ name, status: statusLabel(status).toLowerCase() })
		})),
		provinces: [],
		points: [],
		layers: allLayers,
		title: m.dossier_map_title({ name }),
		description: m.dossier_map_description(),
		links: { cell: (code) => link(`/gemeenten/${code}`, dates) },
		texts: { cluster: clusterLabel },
		frame
	});
	const overlay = detailOverlay({
		frame,
		focus,
		names: 'provinceCode' in request.focus ? [] : placeNames(geometry, focus, standings),
		points: insideCells(request.points.map(located), geometry).map((point) =>
			mapPoint(point, asOf.validOn, factDay)
		),
		pointHref: (id) => link(`/informatiepunten/${id}`, dates)
	});
	const whole = svg.replace(/<\/svg>$/, () => `${overlay}</svg>`);
	return {
		svg: request.inTabOrder ? whole : whole.replaceAll('<a href', '<a tabindex="-1" href'),
		attribution: mapAttribution(geometry),
		statuses: statusesIn(geometry, standings, frame)
	};
}

function focusShapes(geometry: MapGeometry, focus: DetailRequest['focus']): BoundaryShape[] {
	return 'provinceCode' in focus
		? geometry.provinces.filter(({ code }) => code === focus.provinceCode)
		: geometry.cells.filter(({ code }) => focus.municipalityCodes.includes(code));
}

/** What the page is about first, so that its names win from those of its neighbours. */
function placeNames(
	geometry: MapGeometry,
	focus: readonly BoundaryShape[],
	standings: readonly MunicipalityStanding[]
): PlaceName[] {
	const names = new Map(standings.map(({ code, name }) => [code, name]));
	const others = geometry.cells.filter((shape) => !focus.includes(shape));
	return [...focus, ...others].map(({ code, labelX, labelY }) => ({
		name: names.get(code) ?? '',
		labelX,
		labelY
	}));
}

/** The statuses of the municipalities that are (partly) in the frame, in the order of the map. */
function statusesIn(
	geometry: MapGeometry,
	standings: readonly MunicipalityStanding[],
	frame: Box
): RolloutStatus[] {
	const shown = new Set(geometry.cells.filter((s) => overlaps(s, frame)).map(({ code }) => code));
	const present = new Set(
		standings.filter(({ code }) => shown.has(code)).map(({ status }) => status)
	);
	return ROLLOUT_STATUSES.filter((status) => present.has(status));
}

function overlaps(a: Box, b: Box): boolean {
	return a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;
}

const located = (point: InformationPoint) => ({
	...point,
	municipalityCode: point.municipality.code,
	approximate: point.locationPrecision !== 'address'
});

function mapPoint(point: InformationPoint, day: Day, factDay: Day): MapPoint {
	return {
		id: point.id,
		lat: point.lat,
		lon: point.lon,
		status: mapStatusOf(informationPointStatus(point, day, factDay)),
		label: informationPointSummary(point.name, point, factDay, getLocale())
	};
}
