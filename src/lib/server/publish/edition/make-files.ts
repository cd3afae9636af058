import { createHash } from 'node:crypto';
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { canonicalJson } from '#lib/publish/edition/canonical-json.ts';
import { checksumsText, SIGNATURE_FILE, SUMS_FILE } from '#lib/publish/edition/checksums.ts';
import { editionContent } from '#lib/publish/edition/content.ts';
import { figureRows, FIGURE_COLUMNS } from '#lib/publish/edition/figures-csv.ts';
import { editionSections } from '#lib/publish/edition/figures/sections.ts';
import type { ContentFile } from '#lib/publish/edition/files.ts';
import { reportPage } from '#lib/publish/edition/report/page.ts';
import { reportBody } from '#lib/publish/edition/report/report.ts';
import { REPORT_STYLE } from '#lib/publish/edition/report/style.ts';
import { signatureText } from '#lib/publish/edition/signature-text.ts';
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
import { sha256, signBytes, type SigningKey } from '#lib/server/platform/env/signing-key.ts';

/** A file exactly as it is kept and served. */
export interface EditionFile {
	name: string;
	mediaType: string;
	content: Buffer;
	/** In hexadecimal. */
	sha256: string;
}

const MEDIA_TYPES: [ending: RegExp, mediaType: string][] = [
	[/\.html$/, 'text/html; charset=utf-8'],
	[/\.svg$/, 'image/svg+xml; charset=utf-8'],
	[/\.csv$/, 'text/csv; charset=utf-8'],
	[/\.json$/, 'application/json; charset=utf-8']
];

function fileOf(name: string, text: string): EditionFile {
	const content = Buffer.from(text, 'utf8');
	const mediaType = MEDIA_TYPES.find(([ending]) => ending.test(name))?.[1];
	return {
		name,
		mediaType: mediaType ?? 'text/plain; charset=utf-8',
		content,
		sha256: sha256(content)
	};
}

/** SHA-256 of the style of the report in base64, as its policy names it. */
export const STYLE_HASH = createHash('sha256').update(REPORT_STYLE).digest('base64');

/** What the files of an edition are made of. */
export interface FileSource {
	situation: EditionSituation;
	/** For the map. */
	standings: MapStandings;
	/** Why what is late is late, in the language of each report. */
	reasons: EditionReasons;
	imprint: Imprint;
}

/**
 * All files of an edition: its contents, their checksums, and the signature over these. Between two
 * pieces of the work others have their turn, so that nobody waits for a whole edition.
 */
export async function makeEditionFiles(
	source: FileSource,
	key: SigningKey
): Promise<EditionFile[]> {
	const texts = {
		...(await inLocale('nl', () => dutchTexts(source))),
		'stand.en.html': await inLocale('en', () => englishReport(source))
	} satisfies Record<ContentFile, string>;
	const files = Object.entries(texts).map(([name, text]) => fileOf(name, text));
	const sums = fileOf(SUMS_FILE, checksumsText(files));
	const signature = signatureText({
		quarter: source.situation.quarter.code,
		fingerprint: key.fingerprint,
		signedAt: source.imprint.frozenAt,
		signature: signBytes(sums.content, key)
	});
	return [...files, sums, fileOf(SIGNATURE_FILE, signature)];
}

/** What is signed and cited is read by programs first, in either language. */
const CSV = { format: 'english' } as const;

async function englishReport({
	situation,
	standings,
	reasons,
	imprint
}: FileSource): Promise<string> {
	const sections = editionSections(situation);
	await turnOfOthers();
	const map = drawEditionMap(situation, { ...standings, reasons: reasons.en });
	await turnOfOthers();
	const body = reportBody({ situation, imprint, sections, map });
	return reportPage(situation.quarter, body, STYLE_HASH);
}

async function dutchTexts({ situation, standings, reasons, imprint }: FileSource) {
	const map = drawEditionMap(situation, { ...standings, reasons: reasons.nl });
	await turnOfOthers();
	const { progress, libraries, municipalities, points, dataVersion } = situation;
	const sections = editionSections(situation);
	await turnOfOthers();
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
	await turnOfOthers();
	const body = reportBody({ situation, imprint, sections, map });
	await turnOfOthers();
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
