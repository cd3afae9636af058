import { legendOf, type LegendEntry } from '#lib/base/charts/legend.ts';
import { shapePath } from '#lib/base/charts/look.ts';
import type { ChartSpec } from '#lib/base/charts/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { drawBarChart } from '../draw/bar-chart.ts';
import { dashOf, INKS } from '../draw/ink.ts';
import { drawLineChart } from '../draw/line-chart.ts';
import type { EditionFigure } from '../figures/sections.ts';
import { markup, type Html } from './markup.ts';
import { reportTable, tableCaption } from './table.ts';

export interface FigureFrame {
	/** Level of its heading: 3, or 4 within a part. */
	level: 3 | 4;
	/** Both dates and the source, said under every figure. */
	source: string;
}

/** A figure with its sentence, drawing, table, definitions and source. */
export function reportFigure(figure: EditionFigure, { level, source }: FigureFrame): Html {
	const { id, title, sentence, panels, table, brief, definitions, notes = [] } = figure;
	const tag = `h${level}`;
	const heading = markup`<${tag} id="${id}">${title}</${tag}>`;
	const shown = brief?.table ?? table;
	const drawings = panels.map(
		({ chart }) =>
			markup`<figure>${legend(legendOf(panels))}${draw(chart, id, `${id}-zin`)}</figure>\n`
	);
	return markup`<section aria-labelledby="${id}">${heading}
<p id="${id}-zin">${sentence}</p>
${drawings}${notes.filter(Boolean).map((note) => markup`<p class="quiet">${note}</p>\n`)}${brief && markup`<p class="quiet">${brief.note}</p>\n`}${shown.rows.length > 0 && reportTable(`${id}-tabel`, tableCaption(title), shown)}<p class="quiet">${definitions.length > 0 && markup`${m.chart_definitions()} ${definitions.map(({ anchor, about }, index) => markup`${index > 0 && ', '}<a href="#definitie-${anchor}">${about}</a>`)}. `}${figure.source ?? source}</p>
</section>
`;
}

function draw(chart: ChartSpec, labelledBy: string, describedBy: string): Html {
	return chart.kind === 'line'
		? drawLineChart(chart, labelledBy, describedBy)
		: drawBarChart(chart, labelledBy, describedBy);
}

/** One series needs no legend: the sentence and the table say what it is. */
function legend(entries: readonly LegendEntry[]): Html | null {
	if (entries.length < 2) return null;
	return markup`<ul class="legend" aria-label="${m.edition_legend()}">${entries.map(
		(entry) =>
			markup`<li><svg viewBox="0 0 34 16" aria-hidden="true">${sample(entry)}</svg>${entry.label}</li>`
	)}</ul>`;
}

function sample(entry: LegendEntry): Html {
	switch (entry.swatch) {
		case 'line':
			return markup`<path d="M1 8H33" stroke="${INKS[entry.look.ink]}" stroke-width="2" stroke-dasharray="${dashOf(entry.look)}"/><path d="${shapePath(entry.look.shape, 17, 8, 4.5)}" fill="#fff" stroke="${INKS[entry.look.ink]}" stroke-width="1.5"/>`;
		case 'bar': {
			const isWhole = entry.look.dash === 'solid';
			const ink = INKS[entry.look.ink];
			return markup`<rect x="2" y="2" width="30" height="12" fill="${isWhole ? ink : '#fff'}" stroke="${ink}" stroke-dasharray="${isWhole ? 'none' : dashOf(entry.look)}"/>`;
		}
		case 'area':
			return markup`<rect x="2" y="1" width="30" height="14" fill="${INKS[entry.ink]}" fill-opacity="0.2"/>`;
		case 'hatch':
			return markup`<path d="M1 13L12 2M11 13L22 2M21 13L32 2M1 1H33V15H1Z" fill="none" stroke="#17262a"/>`;
		case 'sign':
			return markup`<text x="17" y="12" text-anchor="middle" font-size="12" fill="#17262a">1</text>`;
	}
}
