import type { HeadlineAnswer } from '#lib/network/standing/headline-answer.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Json } from './canonical-json.ts';
import type { LibraryLine } from './changes.ts';
import { plainCell } from './figures-csv.ts';
import { allFigures, type EditionSection } from './figures/sections.ts';
import { libraryChangeText, lineText, quarterText } from './texts.ts';
import type { DataTable, EditionSituation, Imprint } from './types.ts';

/** Raised when the shape of `stand.json` changes, so that whoever reads it can tell. */
export const CONTENT_VERSION = 3;

export interface ContentParts {
	situation: EditionSituation;
	imprint: Imprint;
	sections: readonly EditionSection[];
	/** The headline figures in the words of the API. */
	answer: HeadlineAnswer;
	tables: { bibliotheken: DataTable; gemeenten: DataTable; locaties: DataTable };
}

/** Everything that an edition says, as data in Dutch words: the content of `stand.json`. */
export function editionContent({
	situation,
	imprint,
	sections,
	answer,
	tables
}: ContentParts): Json {
	const { quarter, knownOn, progress, dataVersion } = situation;
	const { previous } = imprint;
	return {
		soort: 'kwartaalstand',
		versie: CONTENT_VERSION,
		kwartaal: quarter.code,
		titel: quarterText(quarter),
		peildatum: quarter.end,
		bekendOp: knownOn,
		vastgesteldOp: imprint.frozenAt,
		vastgesteldDoor: imprint.organisation,
		adres: imprint.address,
		sleutel: imprint.fingerprint,
		bron: m.progress_source(),
		voorbeeldgegevens: progress.demoData,
		dataVersie: dataVersion,
		kerncijfers: answer,
		onderdelen: sections.map(sectionContent),
		tabellen: { ...tables },
		bibliotheken: libraryLines(situation).map(
			({ slug, name, locations, outside, openedOn, planOn }) => ({
				slug,
				naam: name,
				locaties: locations,
				buitenBibliotheek: outside,
				openSinds: openedOn,
				planning: planOn
			})
		),
		vorige: previous && {
			kwartaal: previous.quarter,
			sha256: previous.sumsSha256,
			veranderd: previous.changes.map(({ kind, slug, name, before, after }) => ({
				bibliotheek: name,
				slug,
				verandering: libraryChangeText(kind),
				eerst: lineText(before),
				daarna: lineText(after)
			}))
		}
	};
}

function sectionContent(section: EditionSection): Json {
	return {
		nummer: section.number,
		titel: section.title,
		figuren: allFigures([section]).map(({ section: part, figure }) => ({
			onderdeel: part.number,
			id: figure.id,
			titel: figure.title,
			zin: figure.sentence,
			definities: figure.definitions.map(({ anchor }) => anchor),
			kolommen: figure.table.columns.map(({ key, label, kind }) => ({
				sleutel: key,
				naam: label,
				soort: kind
			})),
			rijen: figure.table.rows.map((row) =>
				figure.table.columns.map(({ kind }, at) => plainCell(row[at] ?? null, kind))
			)
		}))
	};
}

/** The libraries as the next edition will be compared with. */
export function libraryLines({ libraries }: Pick<EditionSituation, 'libraries'>): LibraryLine[] {
	return libraries.map(({ slug, name, locations, openedOn, planOn }) => ({
		slug,
		name,
		locations: locations.open,
		outside: locations.outsideLibrary,
		openedOn,
		planOn
	}));
}
