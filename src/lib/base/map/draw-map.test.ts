import { describe, expect, test } from 'vitest';
import { drawMap, frameAround, type MapDrawing } from './draw-map.ts';
import { wrap } from './draw-picture.ts';
import { allLayers } from './layers.ts';
import { mapLegend } from './legend.ts';
import { formatPath } from './path.ts';
import { clusterLabel } from './texts.ts';
import type { BoundaryShape, MapCluster, MapPoint } from './types.ts';

function shape(code: string, minX: number, minY: number, size = 40): BoundaryShape {
	const [maxX, maxY] = [minX + size, minY + size];
	const path = formatPath([[[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY]]]); // prettier-ignore
	return { code, path, minX, minY, maxX, maxY, labelX: minX + size / 2, labelY: minY + size / 2 };
}

const point: MapPoint = {
	id: 7,
	lat: 51.37,
	lon: 6.17,
	status: 'realised',
	label: 'Bibliotheek Venlo, open sinds 1 juli 2019'
};
const cluster: MapCluster = {
	lat: 52.1,
	lon: 5.1,
	count: 12,
	mix: { realised: 9, planned_90: 3 },
	bounds: { west: 5, south: 52, east: 5.2, north: 52.2 }
};
const drawing: MapDrawing = {
	id: 'kaart',
	geometry: {
		boundarySet: 3,
		kind: 'schematic',
		attribution: 'Schematische kaart',
		cells: [shape('GM0983', 600, 700), shape('GM0344', 400, 500), shape('GM0001', 10, 10)],
		provinces: [shape('PV31', 560, 660, 120)]
	},
	cells: [
		{ code: 'GM0983', cls: 'realised', label: 'Gemeente Venlo (Limburg): open sinds 1 juli 2019' },
		{ code: 'GM0344', cls: 'plan_overdue', label: 'Gemeente "U" & <co>: planning verlopen' }
	],
	provinces: [],
	points: [point, cluster],
	layers: allLayers,
	title: 'Kaart van Nederland',
	description: 'Op 30 juni 2020 waren er 23 open.',
	links: {
		cell: (code) => `/gemeenten/${code}?peildatum=2020-06-30&bekendOp=2021-01-01`,
		point: (id) => `/informatiepunten/${id}`
	},
	texts: { cluster: clusterLabel }
};
const legend = mapLegend('status', drawing.cells, [point]);
const picture = {
	width: 900,
	heading: 'Kaart',
	lines: ['Situatie op 30 juni 2020, zoals bekend op 31 januari 2022'],
	footer: ['Bron: proef. Voorbeeldgegevens.'],
	legend
};

describe('the map in the page', () => {
	const svg = drawMap(drawing);

	test('is named and described', () => {
		expect(svg).toContain('aria-labelledby="kaart-title" aria-describedby="kaart-desc"');
		expect(svg).toContain('<title id="kaart-title">Kaart van Nederland</title>');
	});

	test('links each known municipality to its dossier, with its sentence as title', () => {
		expect(svg).toContain(
			'<a href="/gemeenten/GM0983?peildatum=2020-06-30&amp;bekendOp=2021-01-01" data-code="GM0983">' +
				'<title>Gemeente Venlo (Limburg): open sinds 1 juli 2019</title>' +
				'<path class="cell cell-realised" d="M600 700l40 0 0 40-40 0z"/></a>'
		);
	});

	test('gives a status with a texture its pattern', () => {
		expect(svg).toContain('<path class="cell" fill="url(#kaart-plan_overdue)"');
		expect(svg).toContain('<pattern id="kaart-plan_overdue"');
	});

	test('draws a municipality of which nothing is known as land without a link', () => {
		expect(svg).toContain('<path class="cell cell-off" d="M10 10');
		expect(svg).not.toContain('GM0001');
	});

	test('names points and says the mix of clusters', () => {
		expect(svg).toContain('<title>Bibliotheek Venlo, open sinds 1 juli 2019</title>');
		expect(svg).toContain(
			'<title>12 informatiepunten: 9 toegankelijk, 3 gepland binnen 90 dagen</title>'
		);
	});

	test('escapes what people wrote', () => {
		expect(svg).toContain('Gemeente &quot;U&quot; &amp; &lt;co&gt;: planning verlopen');
	});

	test('has no style attribute, no script and no comment (security policy, hydration)', () => {
		expect(svg).not.toMatch(/\sstyle=|<style|<script|<!--/);
	});

	test('says which boundaries it shows, for the browser', () => {
		expect(svg).toContain('data-boundaries="3"');
	});
});

test('a layer that is off leaves land without colour, but keeps link and sentence', () => {
	const svg = drawMap({ ...drawing, layers: { fact: false, plan: true, gaps: true } });
	expect(svg).toContain('data-code="GM0983"');
	expect(svg).toContain('<path class="cell cell-off" d="M600 700');
	expect(svg).not.toContain('Bibliotheek Venlo');
	expect(svg).toContain('url(#kaart-plan_overdue)');
});

test('a detail shows only what lies in it, and its lines and textures stay as fine', () => {
	const frame = frameAround([shape('PV31', 560, 660, 120)]);
	const svg = drawMap({ ...drawing, frame });
	expect(svg).toContain('data-code="GM0983"');
	expect(svg).not.toContain('data-code="GM0344"');
	expect(svg).toMatch(/viewBox="553 653 134 134"/);
	expect(svg).toContain('patternTransform="scale(0.134)"');
});

describe('the picture for download', () => {
	const svg = drawMap({ ...drawing, picture });

	test('carries heading, both dates, source and legend', () => {
		for (const text of [
			'Kaart',
			'zoals bekend op 31 januari 2022',
			'Bron: proef. Voorbeeldgegevens.',
			'Status van de gemeente',
			'Planning verlopen (1)'
		]) {
			expect(svg).toContain(text);
		}
	});

	test('needs no stylesheet and has no links', () => {
		expect(svg).not.toMatch(/class="(cell|mark|ring)|<a /);
		expect(svg).toContain('role="img"');
	});
});

test('lines are broken between words', () => {
	expect(wrap('een twee drie vier', 9)).toEqual(['een twee', 'drie vier']);
	expect(wrap('onbreekbaarlangwoord kort', 8)).toEqual(['onbreekbaarlangwoord', 'kort']);
	expect(wrap('', 8)).toEqual([]);
});
