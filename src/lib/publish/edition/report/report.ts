import { DEFINITIONS } from '#lib/base/definition/definitions.ts';
import { dayInAmsterdam, formatDay, type Day } from '#lib/base/day/day.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { progressTiles, tileLabel } from '#lib/figures/progress/tiles.ts';
import { allFigures, type EditionSection } from '../figures/sections.ts';
import { parseQuarter } from '#lib/base/as-of/quarter.ts';
import { changesSentence, changesTable, quarterInText, quarterText } from '../texts.ts';
import type { EditionSituation, Imprint, LateInReport } from '../types.ts';
import { reportFigure } from './figure.ts';
import { librariesTable, municipalitiesTable } from './lists.ts';
import { Html, markup } from './markup.ts';
import { reportTable, tableCaption } from './table.ts';

export interface ReportParts {
	situation: EditionSituation;
	imprint: Imprint;
	sections: readonly EditionSection[];
	/** The map as SVG; named and described by itself. */
	map: string;
	late: LateInReport;
}

const inWords = (day: Day) => formatDay(day, getLocale());

/** What stands between `<main>` and `</main>` of an edition, in the language of the moment. */
export function reportBody({ situation, imprint, sections, map, late }: ReportParts): Html {
	const { quarter, knownOn, progress } = situation;
	const dates = m.edition_dates_short({ date: inWords(quarter.end), known: inWords(knownOn) });
	const source = `${dates} ${m.chart_source({ source: m.progress_source() })}${progress.demoData ? ` ${m.chart_demo()}` : ''}`;
	return markup`<header>
<p class="product">${m.common_product_name()}</p>
<h1>${m.edition_page_title({ quarter: quarterInText(quarter) })}</h1>
<p>${m.edition_dates({
		date: inWords(quarter.end),
		known: inWords(knownOn),
		organisation: imprint.organisation,
		frozen: inWords(dayInAmsterdam(new Date(imprint.frozenAt)))
	})}</p>
${progress.demoData && markup`<p class="demo">${m.edition_demo()}</p>\n`}</header>
${shortVersion(situation, sections, imprint)}${contents(sections)}${mapSection(map)}${sections.map((one) => reportSection(one, source, 2))}${changes(imprint)}${libraries(situation, late, source)}${municipalities(situation, late, source)}${definitions()}${about(situation, imprint)}`;
}

function shortVersion(
	{ progress }: EditionSituation,
	sections: readonly EditionSection[],
	{ previous }: Imprint
): Html {
	const headline = allFigures(sections).find(({ figure }) => figure.id === 'kerncijfers')?.figure;
	const tiles = progressTiles(progress).map(({ fact, total, ...tile }) => {
		const of = total === null ? null : m.view_figure_of({ total: formatNumber(total) });
		const isShare = tile.measure === 'inhabitants';
		const value = isShare ? formatShare(shareOf(fact, total ?? 0)) : formatNumber(fact);
		const note = isShare ? formatNumber(fact) : null;
		return markup`<div><dt>${tileLabel({ fact, total, ...tile })}</dt><dd><strong>${value}</strong>${note ?? of}${note !== null && of !== null && ` ${of}`}</dd></div>`;
	});
	return markup`<section aria-labelledby="kort"><h2 id="kort">${m.edition_short()}</h2>
<p class="lead">${headline?.sentence ?? ''}</p>
<dl class="tiles">${tiles}</dl>
${previous && markup`<p><a href="#veranderd">${m.edition_changes()}</a>: ${changesSentence(previous.changes)}</p>`}</section>
`;
}

function mapSection(map: string): Html {
	return markup`<section aria-labelledby="kaart"><h2 id="kaart">${m.edition_section_map()}</h2>
<p>${m.edition_map_note()} <a href="#gemeenten">${m.edition_section_municipalities()}</a>.</p>
<figure class="map">${new Html(map)}</figure></section>
`;
}

function contents(sections: readonly EditionSection[]): Html {
	const items = [
		{ id: 'kaart', label: m.edition_section_map() },
		...sections.map(({ id, number, title }) => ({ id, label: `${number}. ${title}` })),
		{ id: 'veranderd', label: m.edition_changes() },
		{ id: 'bibliotheken', label: m.edition_section_libraries() },
		{ id: 'gemeenten', label: m.edition_section_municipalities() },
		{ id: 'definities', label: m.edition_section_definitions() },
		{ id: 'over', label: m.edition_section_about() }
	];
	return markup`<nav aria-labelledby="inhoud"><h2 id="inhoud">${m.edition_contents()}</h2><ol>${items.map(({ id, label }) => markup`<li><a href="#${id}">${label}</a></li>`)}</ol></nav>
`;
}

function changes({ previous }: Imprint): Html {
	const before = previous && parseQuarter(previous.quarter);
	const title = m.edition_changes();
	return markup`<section aria-labelledby="veranderd"><h2 id="veranderd">${title}</h2>
${previous === null || !before ? markup`<p>${m.edition_changes_first()}</p>` : markup`<p>${m.edition_changes_since({ quarter: quarterInText(before) })} ${changesSentence(previous.changes)}</p>\n${previous.changes.length > 0 && reportTable('veranderd-tabel', tableCaption(title), changesTable(previous.changes))}`}</section>
`;
}

function reportSection(section: EditionSection, source: string, level: 2 | 3): Html {
	const { id, number, title, figures, parts } = section;
	const tag = `h${level}`;
	const frame = { level: level === 2 ? 3 : 4, source } as const;
	return markup`<section aria-labelledby="${id}"><${tag} id="${id}">${number}. ${title}</${tag}>
${figures.map((figure) => reportFigure(figure, frame))}${parts.map((part) => reportSection(part, source, 3))}</section>
`;
}

function libraries(
	{ libraries: rows }: EditionSituation,
	late: LateInReport,
	source: string
): Html {
	const title = m.edition_section_libraries();
	return markup`<section aria-labelledby="bibliotheken"><h2 id="bibliotheken">${title}</h2>
${reportTable('bibliotheken-tabel', tableCaption(title), librariesTable(rows, late))}<p class="quiet">${source}</p></section>
`;
}

function municipalities(
	{ municipalities: rows }: EditionSituation,
	late: LateInReport,
	source: string
): Html {
	const title = m.edition_section_municipalities();
	return markup`<section aria-labelledby="gemeenten"><h2 id="gemeenten">${title}</h2>
${reportTable('gemeenten-tabel', tableCaption(title), municipalitiesTable(rows, late))}<p class="quiet">${source}</p></section>
`;
}

function definitions(): Html {
	return markup`<section aria-labelledby="definities"><h2 id="definities">${m.edition_section_definitions()}</h2>
<dl>${DEFINITIONS.map(({ id, term, text }) => markup`<dt id="definitie-${id}">${term()}</dt><dd>${text()}</dd>\n`)}</dl></section>
`;
}

function about({ quarter, dataVersion }: EditionSituation, imprint: Imprint): Html {
	return markup`<footer aria-labelledby="over"><h2 id="over">${m.edition_section_about()}</h2>
<p>${m.edition_about_headings()} ${m.edition_about_text()}</p>
<p>${m.edition_about_address({ address: imprint.address })}</p>
<p>${quarterText(quarter)}. ${m.edition_about_version({ version: dataVersion })}</p>
<p>${m.edition_about_key({ fingerprint: imprint.fingerprint })}</p></footer>
`;
}
