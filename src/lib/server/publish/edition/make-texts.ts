import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/publish/edition/canonical-json.ts';
import { editionContent } from '#lib/publish/edition/content.ts';
import { figureRows, FIGURE_COLUMNS } from '#lib/publish/edition/figures-csv.ts';
import { editionSections } from '#lib/publish/edition/figures/sections.ts';
import type { ContentFile } from '#lib/publish/edition/files.ts';
import { reportPage } from '#lib/publish/edition/report/page.ts';
import { reportBody } from '#lib/publish/edition/report/report.ts';
import { REPORT_STYLE } from '#lib/publish/edition/report/style.ts';
import type { EditionSituation, Imprint } from '#lib/publish/edition/types.ts';
import { toHeadlineAnswer } from '#lib/network/standing/headline-answer.ts';
import { m } from '#lib/paraglide/messages.js';
import { inLocale } from '#lib/server/platform/locale/in-locale.ts';
import { csvFile } from '#lib/server/base/csv/csv-file.ts';
import type { MapStandings } from '#lib/server/figures/map-page/read-map.ts';
import { csvTable, type CsvTable } from '#lib/server/network/standing/csv-table.ts';
import { drawEditionMap } from './draw-map.ts';
import type { EditionReasons } from './read-situation.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';

/** SHA-256 of the style of the report in base64, as its policy names it. */
const STYLE_HASH = createHash('sha256').update(REPORT_STYLE).digest('base64');

/** What the files of an edition are made of. */
export interface FileSource {
	situation: EditionSituation;
	/** For the map. */
	standings: MapStandings;
	/** Why what is late is late, in the language of each report. */
	reasons: EditionReasons;
	imprint: Imprint;
}

/** The files of an edition that have contents of their own, as texts. */
export type EditionTexts = Record<ContentFile, string>;

/** Everything of an edition but its checksums and its signature. Takes 160 ms of the processor. */
export function editionTexts(source: FileSource): EditionTexts {
	return {
		...inLocale('nl', () => dutchTexts(source)),
		'stand.en.html': inLocale('en', () => englishReport(source))
	};
}

/** What is signed and cited is read by programs first, in either language. */
const CSV = { format: 'english' } as const;

function englishReport({ situation, standings, reasons, imprint }: FileSource): string {
	const sections = editionSections(situation);
	const map = drawEditionMap(situation, { ...standings, reasons: reasons.en });
	const late = { ...reasons.en, factDay: standings.factDay };
	const body = reportBody({ situation, imprint, sections, map, late });
	return reportPage(situation.quarter, body, STYLE_HASH);
}

function dutchTexts({ situation, standings, reasons, imprint }: FileSource) {
	const map = drawEditionMap(situation, { ...standings, reasons: reasons.nl });
	const { progress, libraries, municipalities, points, dataVersion } = situation;
	const sections = editionSections(situation);
	const { factDay } = standings;
	const tables = {
		bibliotheken: csvTable(
			{ list: 'libraries', page: onePage(libraries) },
			{ said: reasons.nl.libraries, factDay }
		),
		gemeenten: csvTable(
			{ list: 'municipalities', page: onePage(municipalities) },
			{ said: reasons.nl.municipalities, factDay }
		),
		locaties: csvTable(
			{ list: 'informationPoints', page: onePage(points) },
			{ said: reasons.nl.points, factDay }
		)
	};
	const answer = toHeadlineAnswer({
		...{ headline: progress.headline, asOf: progress.view.asOf, today: progress.today },
		...{ filters: NO_FILTERS, demoData: progress.demoData, dataVersion, origin: imprint.origin }
	});
	const about = aboutOf(situation, imprint);
	const csv = ({ columns, rows }: CsvTable) => csvFile(columns, rows, about, CSV);
	const asData = ({ columns, rows }: CsvTable) => ({ kolommen: columns, rijen: rows });
	const content = editionContent({
		...{ situation, imprint, sections, answer },
		tables: {
			bibliotheken: asData(tables.bibliotheken),
			gemeenten: asData(tables.gemeenten),
			locaties: asData(tables.locaties)
		}
	});
	const body = reportBody({ situation, imprint, sections, map, late: { ...reasons.nl, factDay } });
	return {
		'stand.html': reportPage(situation.quarter, body, STYLE_HASH),
		'kaart.svg': map,
		'stand.csv': csvFile(FIGURE_COLUMNS, figureRows(sections), about, CSV),
		'bibliotheken.csv': csv(tables.bibliotheken),
		'gemeenten.csv': csv(tables.gemeenten),
		'locaties.csv': csv(tables.locaties),
		'stand.json': canonicalJson(content)
	};
}

const onePage = <Row>(rows: readonly Row[]) => ({
	rows,
	total: rows.length,
	page: 1,
	pageCount: 1
});

/** The columns that say what a whole file is. */
function aboutOf({ quarter, knownOn, progress }: EditionSituation, { address, origin }: Imprint) {
	return {
		kwartaal: quarter.code,
		peildatum: quarter.end,
		bekend_op: knownOn,
		bron: `${m.progress_source()}, ${address}`,
		definitie: new URL('/definities', origin).href,
		voorbeeldgegevens: progress.demoData ? 'ja' : 'nee'
	};
}
