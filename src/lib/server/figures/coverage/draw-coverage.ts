import { mapAttribution } from '#lib/base/map/attribution.ts';
import type { Kysely } from 'kysely';
import type { Coverage } from '#lib/figures/coverage/coverage-page.ts';
import { factDay, whatIfMark } from '#lib/figures/coverage/coverage-texts.ts';
import { municipalitiesOf } from '#lib/figures/coverage/situation.ts';
import { spotCells, spotLegend } from '#lib/figures/coverage/spot-map.ts';
import { spotSentence } from '#lib/figures/coverage/white-spot-figure.ts';
import { contextLines } from '#lib/base/charts/figure.ts';
import { drawMap, frameAround } from '#lib/base/map/draw-map.ts';
import { allLayers } from '#lib/base/map/layers.ts';
import { inks } from '#lib/base/map/palette.ts';
import { clusterLabel } from '#lib/base/map/texts.ts';
import type { MapGeometry } from '#lib/base/map/types.ts';
import { element } from '#lib/base/map/xml.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { findGeometry } from '#lib/server/base/map/find-geometry.ts';
import type { ReadView } from '#lib/server/figures/page/read-view.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';

const WIDTH = 1_600;

type CoverageDrawing = ReadCoverage & Pick<ReadView, 'supportInstitutes'>;

/**
 * The map of the white spots as a picture that stands on its own: the status of each municipality,
 * and in a what-if apart from them those where a point is supposed to open. Null without boundaries.
 */
export async function drawCoverage(
	db: Kysely<DB>,
	{ coverage, standings, supportInstitutes }: CoverageDrawing
): Promise<string | null> {
	const geometry = await findGeometry(db, factDay(coverage));
	if (!geometry) return null;
	const { whatIf } = coverage;
	const cells = spotCells(coverage, standings);
	const context = viewContext(coverage, supportInstitutes);
	const lines = [spotSentence(coverage), contextLines(context).join(' ')];
	const province = provinceShape(geometry, coverage, standings);
	const svg = drawMap({
		id: 'dekkingskaart',
		geometry,
		cells,
		provinces: [],
		points: [],
		layers: allLayers,
		title: m.coverage_map_title(),
		description: lines.join(' '),
		links: { cell: () => '' },
		texts: { cluster: clusterLabel },
		...(province ? { frame: frameAround([province]) } : {}),
		picture: {
			width: WIDTH,
			heading: whatIf
				? m.coverage_whatif_title({ title: m.coverage_map_title() })
				: m.coverage_map_title(),
			lines: whatIf ? [whatIfMark(whatIf), ...lines] : lines,
			footer: [
				m.view_source(),
				mapAttribution(geometry),
				...(coverage.demoData ? [m.view_source_demo()] : [])
			].filter(Boolean),
			legend: spotLegend(cells)
		}
	});
	const outlined = whatIf ? municipalitiesOf(whatIf.opened) : new Set<string>();
	// The drawing of the map is the first to end; what is outlined goes on top of it.
	return svg.replace('</svg>', () => `${outlines(geometry, outlined)}</svg>`);
}

function provinceShape(
	geometry: MapGeometry,
	{ view }: Pick<Coverage, 'view'>,
	standings: CoverageDrawing['standings']
) {
	const slug = view.filters.province;
	const code = standings.find(({ province }) => province.slug === slug)?.province.code;
	return geometry.provinces.find((shape) => shape.code === code);
}

function outlines(geometry: MapGeometry, codes: ReadonlySet<string>): string {
	const look = { fill: 'none', stroke: inks.text, 'stroke-width': 2.5, 'stroke-linejoin': 'round' };
	return geometry.cells
		.filter(({ code }) => codes.has(code))
		.map(({ path }) => element('path', { d: path, ...look }))
		.join('');
}
