import type { BookColumn, BookSheet } from '#lib/base/spreadsheet/book.ts';
import type { Cell } from '#lib/base/spreadsheet/spreadsheet.ts';
import { m } from '#lib/paraglide/messages.js';
import { columnLabel, openingLabel, stateLabel } from './labels.ts';
import { COLUMNS, OPENING_FORMS, STATES, type Column } from './types.ts';

const WIDTHS: Record<Column, number> = {
	...{ library: 32, point: 32, milestone: 34, firstPlanOn: 13, planOn: 13, forecastOn: 13 },
	...{ state: 20, stateOn: 13, openingForm: 16, reason: 30, note: 40, stamp: 12 }
};
const DAYS: readonly Column[] = ['firstPlanOn', 'planOn', 'forecastOn', 'stateOn'];
const FIXED: readonly Column[] = ['library', 'point', 'milestone', 'firstPlanOn', 'stamp'];
/** The columns that name a row; they stay in sight. */
export const FROZEN_COLUMNS = 3;

/** Where the lists to choose from stand on the sheet of explanation. */
const LIST_COLUMNS = ['state', 'openingForm', 'reason'] as const;
type ListColumn = (typeof LIST_COLUMNS)[number];
const LIST_LETTERS: Record<ListColumn, string> = { state: 'C', openingForm: 'D', reason: 'E' };

export type ReasonLabel = string;

/** One column of the sheet of milestones, as it is written. */
export function bookColumn(column: Column, reasons: readonly ReasonLabel[]): BookColumn {
	const isDay = DAYS.includes(column);
	const open = !FIXED.includes(column);
	const list = LIST_COLUMNS.find((one) => one === column);
	return {
		header: columnLabel(column),
		width: WIDTHS[column],
		open,
		...(isDay && { kind: 'day', ...(open && { refusal: m.workbook_sheet_day_refusal() }) }),
		...(column === 'note' && { wrap: true }),
		...(column === 'stamp' && { hidden: true }),
		...(list && {
			choices: choicesOf(list, reasons),
			refusal: m.workbook_sheet_choice_refusal()
		})
	};
}

function choicesOf(list: ListColumn, reasons: readonly ReasonLabel[]): string {
	const letters = LIST_LETTERS[list];
	const length = { state: STATES, openingForm: OPENING_FORMS, reason: reasons }[list].length;
	return `'${m.workbook_sheet_explanation()}'!$${letters}$2:$${letters}$${Math.max(2, length + 1)}`;
}

/** The sheet of milestones: keys are locked, the rest may be filled in. */
export function milestoneSheet(
	rows: readonly Partial<Record<Column, Cell>>[],
	reasons: readonly ReasonLabel[]
): BookSheet {
	return {
		name: m.workbook_sheet_milestones(),
		columns: COLUMNS.map((column) => bookColumn(column, reasons)),
		rows: rows.map((row) => COLUMNS.map((column) => row[column] ?? null)),
		frozen: FROZEN_COLUMNS,
		locked: true
	};
}

export interface SheetLocation {
	libraryName: string;
	name: string;
	town: string;
	municipality: string;
	locationType: string;
	variant: string;
}

/** The sheet of locations, to look things up: it is not read back. */
export function locationSheet(locations: readonly SheetLocation[]): BookSheet {
	return {
		name: m.workbook_sheet_locations(),
		columns: [
			{ header: columnLabel('library'), width: WIDTHS.library },
			{ header: columnLabel('point'), width: WIDTHS.point },
			{ header: m.workbook_column_town(), width: 20 },
			{ header: m.workbook_column_municipality(), width: 20 },
			{ header: m.workbook_column_location_type(), width: 24 },
			{ header: m.workbook_column_variant(), width: 24 }
		],
		rows: locations.map((one) => [
			...[one.libraryName, one.name, one.town],
			...[one.municipality, one.locationType, one.variant]
		]),
		frozen: 2,
		locked: true
	};
}

/** What can be filled in, and the lists that the drop-downs take their words from. */
export function explanationSheet(about: string, reasons: readonly ReasonLabel[]): BookSheet {
	const sentences = [
		...[about, m.workbook_explain_fill(), m.workbook_explain_state(), m.workbook_explain_reason()],
		...[m.workbook_explain_empty(), m.workbook_explain_dates(), m.workbook_explain_sort()],
		...[m.workbook_explain_locations(), m.workbook_explain_back()]
	];
	const states = STATES.map((state) => stateLabel(state));
	const openings = OPENING_FORMS.map((form) => openingLabel(form));
	const length = Math.max(sentences.length, states.length, openings.length, reasons.length);
	return {
		name: m.workbook_sheet_explanation(),
		columns: [
			{ header: m.workbook_sheet_explanation(), width: 90, wrap: true },
			{ header: '', width: 3 },
			...LIST_COLUMNS.map((column) => ({ header: columnLabel(column), width: 34 }))
		],
		rows: Array.from({ length }, (_, at) => [
			...[sentences[at] ?? null, null, states[at] ?? null],
			...[openings[at] ?? null, reasons[at] ?? null]
		]),
		locked: true
	};
}
