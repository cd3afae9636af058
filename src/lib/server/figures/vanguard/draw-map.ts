import { sql, type Kysely } from 'kysely';
import { asOfParams, factDayOf } from '#lib/base/as-of/as-of.ts';
import { link } from '#lib/base/i18n/link.ts';
import { mapAttribution } from '#lib/base/map/attribution.ts';
import { drawMap } from '#lib/base/map/draw-map.ts';
import { allLayers } from '#lib/base/map/layers.ts';
import { project } from '#lib/base/map/projection.ts';
import { clusterLabel } from '#lib/base/map/texts.ts';
import { element, escapeXml } from '#lib/base/map/xml.ts';
import { spreadFigure } from '#lib/figures/vanguard/figures.ts';
import type { ComparedLibrary, Vanguard } from '#lib/figures/vanguard/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { findGeometry } from '#lib/server/base/map/find-geometry.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Radius of a number in map units: to be read on a phone, and small enough not to hide a province. */
const RADIUS = 17;

/** A whole country with the work areas of the chosen libraries, and a number at the town of each. */
export interface VanguardMap {
	svg: string;
	attribution: string;
}

/**
 * Draws where the chosen libraries are. Only their municipalities are drawn, on the outlines of the
 * provinces, so that the page stays small. Null without boundaries or before anybody was chosen.
 */
export async function drawVanguard(
	db: Kysely<DB>,
	vanguard: Vanguard
): Promise<VanguardMap | null> {
	const { members, view, today } = vanguard;
	const day = factDayOf(view.asOf, today);
	if (members.length === 0) return null;
	const [geometry, served] = await Promise.all([
		findGeometry(db, day),
		listServed(db, members, day)
	]);
	if (!geometry) return null;
	const dates = asOfParams(view.asOf, today);
	const labels = new Map(served.map(({ code, label }) => [code, label]));
	const svg = drawMap({
		id: 'kopgroepkaart',
		geometry: { ...geometry, cells: geometry.cells.filter(({ code }) => labels.has(code)) },
		cells: [...labels].map(([code, label]) => ({ code, cls: 'share_3' as const, label })),
		provinces: [],
		points: [],
		layers: allLayers,
		title: m.vanguard_map_title(),
		description: spreadFigure(vanguard).sentence,
		links: { cell: (code) => link(`/gemeenten/${code}`, dates) },
		texts: { cluster: clusterLabel }
	});
	const numbered = members.map((library, index) =>
		drawNumber(library, index + 1, link(`/bibliotheken/${library.slug}`, dates))
	);
	const pins = element('g', { class: 'pins', 'text-anchor': 'middle' }, numbered.join(''));
	return {
		// The list beside the map has the same links, so that Tab need not pass them twice.
		svg: svg
			.replace(/<\/svg>$/, () => `${pins}</svg>`)
			.replaceAll('<a href', '<a tabindex="-1" href'),
		attribution: mapAttribution(geometry)
	};
}

function drawNumber({ name, lon, lat }: ComparedLibrary, number: number, href: string): string {
	const [x, y] = project(lon, lat).map((value) => Math.round(value * 10) / 10) as [number, number];
	return element(
		'a',
		{ href },
		element('title', {}, escapeXml(name)) +
			element('circle', { cx: x, cy: y, r: RADIUS }) +
			element('text', { x, y: Math.round((y + 7.5) * 10) / 10, 'font-size': 22 }, String(number))
	);
}

/** The municipalities in the work areas of these libraries on a day, with who serves them. */
async function listServed(db: Kysely<DB>, members: readonly ComparedLibrary[], day: string) {
	const ids = members.map(({ id }) => id);
	const query = sql<{ code: string; name: string; libraries: string }>`
		select municipality.code, municipality.name, string_agg(library.name, ', ' order by library.name) as libraries
		from library_municipality area join municipality on municipality.code = area.municipality_code
			join library on library.id = area.library_id
		where area.library_id = any (${ids}) and area.valid_from <= ${day} and area.valid_to > ${day}
		group by 1, 2 order by 1`;
	return (await query.execute(db)).rows.map(({ code, name, libraries }) => ({
		code,
		label: m.vanguard_map_cell({ name, libraries })
	}));
}
