import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import type { Book, BookColumn, BookSheet } from '#lib/base/spreadsheet/book.ts';
import { columnLetters, type Cell } from '#lib/base/spreadsheet/spreadsheet.ts';
import { LOCATION_TYPES, SERVICE_VARIANTS } from '#lib/network/information-point/kinds.ts';
import { locationTypeLabel, serviceVariantLabel } from '#lib/network/information-point/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	loadColumnLabel,
	loadSheetLabel,
	LOAD_COHORTS,
	OPENING_FORMS,
	openingFormLabel
} from './labels.ts';
import { LOAD_SHEETS, type LoadColumn, type LoadSheet } from './types.ts';

/** Rows with a drop-down, below those that are filled in; more can be typed. */
const OPEN_ROWS = 1_000;

const WIDTHS: Partial<Record<LoadColumn, number>> = {
	...{ library: 36, point: 32, hostName: 28, address: 28, municipality: 22, town: 20 },
	...{ locationType: 22, variant: 24, cohort: 20 }
};
/** A day that may be no more than a year or a month takes any text. */
const DAYS: readonly LoadColumn[] = [
	...(['appliedOn', 'appliedKnownOn', 'plannedOn', 'agreedOn', 'planKnownOn'] as const),
	'openingKnownOn'
];

/** The words to choose from, beside the explanation: column by column from C on. */
const LISTS = ['cohort', 'locationType', 'variant', 'openingForm'] as const;
type ListColumn = (typeof LISTS)[number];

function wordsOf(list: ListColumn): string[] {
	switch (list) {
		case 'cohort':
			return LOAD_COHORTS.map(cohortLabel);
		case 'locationType':
			return LOCATION_TYPES.map(locationTypeLabel);
		case 'variant':
			return SERVICE_VARIANTS.map(serviceVariantLabel);
		case 'openingForm':
			return OPENING_FORMS.map(openingFormLabel);
	}
}

/** What is filled in already, by sheet. */
export type LoadRows = Partial<Record<LoadSheet, readonly Partial<Record<LoadColumn, Cell>>[]>>;

/** The workbook to fill in: every library stands in it, and words can be chosen from lists. */
export function loadTemplate(libraries: readonly string[], filled: LoadRows = {}): Book {
	const rows: LoadRows = { organisations: libraries.map((library) => ({ library })), ...filled };
	const sheets = (Object.keys(LOAD_SHEETS) as LoadSheet[]).map((name) =>
		toSheet(name, rows[name] ?? [], libraries.length)
	);
	return { title: m.load_title(), sheets: [...sheets, explanationSheet()] };
}

function toSheet(
	name: LoadSheet,
	filled: readonly Partial<Record<LoadColumn, Cell>>[],
	libraryCount: number
): BookSheet {
	const columns: readonly LoadColumn[] = LOAD_SHEETS[name];
	const rows = filled.map((row) => columns.map((column) => row[column] ?? null));
	const open = name === 'organisations' ? 0 : OPEN_ROWS;
	const empty = Array.from({ length: open }, () => columns.map((): Cell => null));
	return {
		name: loadSheetLabel(name),
		columns: columns.map((column) => toColumn(column, name, libraryCount)),
		rows: [...rows, ...empty],
		frozen: columns.includes('point') ? 2 : 1
	};
}

function toColumn(column: LoadColumn, sheet: LoadSheet, libraryCount: number): BookColumn {
	const isDay = DAYS.includes(column);
	const choices = choicesOf(column, sheet, libraryCount);
	return {
		...{ header: loadColumnLabel(column), width: WIDTHS[column] ?? 16, open: true },
		...(isDay && { kind: 'day', refusal: m.workbook_sheet_day_refusal() }),
		...(choices && { choices, refusal: m.workbook_sheet_choice_refusal() })
	};
}

function choicesOf(column: LoadColumn, sheet: LoadSheet, libraryCount: number): string | null {
	if (column === 'library') {
		const names = `'${loadSheetLabel('organisations')}'!$A$2:$A$${Math.max(2, libraryCount + 1)}`;
		return sheet === 'organisations' ? null : names;
	}
	const at = LISTS.findIndex((list) => list === column);
	if (at < 0) return null;
	const letters = columnLetters(at + 2);
	const last = wordsOf(LISTS[at]!).length + 1;
	return `'${m.load_sheet_explanation()}'!$${letters}$2:$${letters}$${Math.max(2, last)}`;
}

function explanationSheet(): BookSheet {
	const sentences = [
		...[m.load_explain_sheets(), m.load_explain_organisations(), m.load_explain_locations()],
		...[m.load_explain_plans(), m.load_explain_openings(), m.load_explain_known()],
		...[m.load_explain_empty(), m.load_explain_again()]
	];
	const lists = LISTS.map(wordsOf);
	const length = Math.max(sentences.length, ...lists.map((words) => words.length));
	return {
		name: m.load_sheet_explanation(),
		columns: [
			{ header: m.load_sheet_explanation(), width: 90, wrap: true },
			{ header: '', width: 3 },
			...LISTS.map((list) => ({ header: loadColumnLabel(list), width: 30 }))
		],
		rows: Array.from({ length }, (_, at) => [
			...[sentences[at] ?? null, null],
			...lists.map((words) => words[at] ?? null)
		])
	};
}
