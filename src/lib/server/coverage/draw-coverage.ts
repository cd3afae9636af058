import type { Kysely } from 'kysely';
import type { Coverage } from '#lib/coverage/coverage-page.ts';
import { whatIfMark } from '#lib/coverage/coverage-texts.ts';
import { municipalitiesOf } from '#lib/coverage/situation.ts';
import { spotSentence } from '#lib/coverage/white-spot-figure.ts';
import { contextLines } from '#lib/charts/figure.ts';
import { statusLabel } from '#lib/dossier/status-label.ts';
import { drawMap, frameAround } from '#lib/map/draw-map.ts';
import { allLayers } from '#lib/map/layers.ts';
import { inks } from '#lib/map/palette.ts';
import { mapLegend } from '#lib/map/legend.ts';
import { clusterLabel } from '#lib/map/texts.ts';
import type { CellClass, MapCell, MapGeometry, MapLegend } from '#lib/map/types.ts';
import { element } from '#lib/map/xml.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DB } from '#lib/server/db/schema.ts';
import { findGeometry } from '#lib/server/map/find-geometry.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { viewContext } from '#lib/view/figure-context.ts';

const WIDTH = 1_600;
/** No status looks like this: light, with upright lines, and an outline is drawn around it too. */
const SUPPOSED: CellClass = 'share_3';

type CoverageDrawing = Pick<ReadCoverage, 'coverage' | 'stands' | 'supportInstitutes'>;

/**
 * The map of the white spots as a picture that stands on its own: the status of each municipality,
 * and in a what-if apart from them those where a point is supposed to open. Null without boundaries.
 */
export async function drawCoverage(
	db: Kysely<DB>,
	{ coverage, stands, supportInstitutes }: CoverageDrawing
): Promise<string | null> {
	const geometry = await findGeometry(db, coverage.view.asOf.validOn);
	if (!geometry) return null;
	const { whatIf, whiteSpots } = coverage;
	const supposed = new Set(whiteSpots.filter((spot) => spot.supposed).map(({ code }) => code));
	const cells = stands.map(({ code, name, status }): MapCell => ({
		code,
		cls: supposed.has(code) ? SUPPOSED : status,
		label: `${name}: ${statusLabel(status)}`
	}));
	const context = viewContext(coverage, supportInstitutes);
	const lines = [spotSentence(coverage), contextLines(context).join(' ')];
	const province = provinceShape(geometry, coverage, stands);
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
				geometry.attribution,
				...(coverage.demoData ? [m.view_source_demo()] : [])
			].filter(Boolean),
			legend: legendOf(cells, supposed.size)
		}
	});
	const outlined = whatIf ? municipalitiesOf(whatIf.opened) : new Set<string>();
	// The drawing of the map is the first to end; what is outlined goes on top of it.
	return svg.replace('</svg>', () => `${outlines(geometry, outlined)}</svg>`);
}

function provinceShape(
	geometry: MapGeometry,
	{ view }: Pick<Coverage, 'view'>,
	stands: CoverageDrawing['stands']
) {
	const slug = view.filters.province;
	const code = stands.find(({ province }) => province.slug === slug)?.province.code;
	return geometry.provinces.find((shape) => shape.code === code);
}

/** The statuses that occur, and what is only supposed when that does. */
function legendOf(cells: readonly MapCell[], supposed: number): MapLegend {
	const legend = mapLegend('status', cells, []);
	const known = legend.entries.filter(({ count }) => count > 0);
	const more = { cls: SUPPOSED, label: m.coverage_map_legend_whatif(), count: supposed };
	return {
		...legend,
		heading: m.coverage_map_legend(),
		entries: supposed > 0 ? [more, ...known] : known
	};
}

function outlines(geometry: MapGeometry, codes: ReadonlySet<string>): string {
	const look = { fill: 'none', stroke: inks.text, 'stroke-width': 2.5, 'stroke-linejoin': 'round' };
	return geometry.cells
		.filter(({ code }) => codes.has(code))
		.map(({ path }) => element('path', { d: path, ...look }))
		.join('');
}
