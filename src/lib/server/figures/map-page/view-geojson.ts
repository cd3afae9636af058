import { mapAttribution } from '#lib/base/map/attribution.ts';
import { factDayOf } from '#lib/base/as-of/as-of.ts';
import { toGeoJson, type GeoProperties, type MapFeatureCollection } from '#lib/base/map/geojson.ts';
import { isShown } from '#lib/base/map/layers.ts';
import { m } from '#lib/paraglide/messages.js';
import { STATUS_SLUGS } from '#lib/base/selection/filters.ts';
import {
	openedPrecisionWord,
	planColumns,
	roundShare
} from '#lib/server/network/standing/csv-table.ts';
import type { Awaited } from '#lib/network/standing/why-late.ts';
import type { MapFile } from './read-map-file.ts';

/** What the map of a view shows as GeoJSON: coloured municipalities, and points of layers that are on. */
export function viewGeoJson({
	standings,
	content,
	view,
	today,
	demoData
}: Pick<MapFile, 'standings' | 'content' | 'view' | 'today' | 'demoData'>): MapFeatureCollection {
	const planProperties = (
		place: Awaited,
		places: 'municipalities' | 'points',
		key: number | string
	): GeoProperties => {
		const said = standings.reasons?.[places].get(key);
		const plan = planColumns(place, said, standings.factDay);
		return { standVanPlanning: plan.stand_van_planning, reden: plan.reden };
	};
	const shown = new Set(
		content.cells
			.filter(({ cls }) => cls !== null && isShown(cls, view.layers))
			.map(({ code }) => code)
	);
	const areas = new Map<string, GeoProperties>(
		standings.municipalities
			.filter(({ code }) => shown.has(code))
			.map((standing) => [
				standing.code,
				{
					soort: 'gemeente',
					code: standing.code,
					naam: standing.name,
					provincie: standing.province.name,
					status: STATUS_SLUGS[standing.status],
					inwoners: standing.inhabitants,
					inwonersPeildatum: standing.populationReferenceDate,
					locaties: standing.locations.open,
					locatiesToegankelijk: standing.locations.accessible,
					puntenBuitenBibliotheek: standing.locations.outsideLibrary,
					oorspronkelijkePlanning: standing.firstPlanOn,
					actuelePlanning: standing.planOn,
					...planProperties(standing, 'municipalities', standing.code),
					openSinds: standing.openedOn,
					openSindsPrecisie: openedPrecisionWord(standing),
					mijlpalenDeel: roundShare(standing.milestonesShare),
					...(standings.looks
						? { laatstBekekenOp: standings.looks.lastOn.get(standing.code) ?? null }
						: {})
				}
			])
	);
	const points = standings.points
		.filter(({ status }) => isShown(status, view.layers))
		.map((point) => ({
			lat: point.lat,
			lon: point.lon,
			properties: {
				soort: 'informatiepunt',
				id: point.id,
				naam: point.name,
				status: point.status === 'closed' ? 'definitief-gesloten' : STATUS_SLUGS[point.status],
				actuelePlanning: point.planOn,
				...planProperties(point, 'points', point.id),
				openSinds: point.openedOn,
				openSindsPrecisie: openedPrecisionWord(point),
				plekBijBenadering: point.approximate
			}
		}));
	return toGeoJson(standings.geometry.cells, areas, points, {
		source: m.view_source(),
		peildatum: view.asOf.validOn,
		feitenVan: factDayOf(view.asOf, today),
		bekendOp: view.asOf.knownOn ?? today,
		attribution: mapAttribution(standings.geometry),
		voorbeeldgegevens: demoData
	});
}
