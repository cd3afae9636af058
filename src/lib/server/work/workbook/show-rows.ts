import { cellText } from '#lib/base/spreadsheet/cell-values.ts';
import { columnLetters } from '#lib/base/spreadsheet/spreadsheet.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { authorText, statementText } from '#lib/ledger/change/sentence.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { NO_CHOICE, type UploadAnswers } from '#lib/work/workbook/answers.ts';
import type { Table } from '#lib/work/workbook/find-table.ts';
import { columnLabel, openingLabel, stateLabel } from '#lib/work/workbook/labels.ts';
import type { ComparedRow } from '#lib/work/workbook/preview.ts';
import type { ShownRow } from '#lib/work/workbook/shown-row.ts';
import type { Column, Remark, RowValues, ValueColumn } from '#lib/work/workbook/types.ts';
import { workLink } from '#lib/work/update/work-links.ts';

/** A row of the preview in words, in the language of the reader. */
export function showRow(
	{ row, fate, subject, now, changes, explains, remarks, theirs, longPast }: ComparedRow,
	tables: readonly Table[],
	answers: UploadAnswers
): ShownRow {
	const table = tables.find(({ sheet }) => sheet === row.sheet);
	const number = String(row.number);
	const choice = answers.rows[row.key] ?? NO_CHOICE;
	const mine = { ...now, ...row.said };
	return {
		...{ key: row.key, fate, longPast, ...choice },
		place: row.sheet
			? m.workbook_row_place_sheet({ sheet: row.sheet, number })
			: m.workbook_row_place({ number }),
		title: titleOf(row, subject),
		href: subject && linkTo(subject),
		changes: changes.map((column) =>
			m.workbook_row_from_to({
				column: columnLabel(column),
				from: valueText(column, now!),
				to: valueText(column, mine as RowValues)
			})
		),
		explanation: (['reason', 'note'] as const).flatMap((column) =>
			explains[column]
				? m.workbook_row_said({ column: columnLabel(column), text: textIn(table, row, column) })
				: []
		),
		remarks: remarks.map((remark) => ({ kind: remark.kind, text: remarkText(remark, table) })),
		theirs: theirs && { id: theirs.id, text: theirsText(theirs) }
	};
}

function textIn(table: Table | undefined, { number }: ComparedRow['row'], column: Column): string {
	const cells = table?.rows.find((row) => row.number === number)?.cells;
	return cellText(cells?.[table?.columns.get(column) ?? -1]);
}

function titleOf(row: ComparedRow['row'], subject: ComparedRow['subject']): string {
	if (!subject) return [row.library, row.point, row.milestone].filter(Boolean).join(', ') || '–';
	const names = subject.level === 'library' ? [] : [subject.name];
	return [subject.libraryName, ...names, milestoneLabel(subject.milestoneCode)].join(', ');
}

function linkTo(subject: NonNullable<ComparedRow['subject']>): string {
	const { level, id, slug } = subject;
	return `${workLink({ level, id, library: { slug } })}#mijlpaal-${subject.milestoneCode}`;
}

/** "Gepland op (kolom E): ‘gauw’ is geen datum." */
export function remarkText({ column, text }: Remark, table: Table | undefined): string {
	if (!column) return text;
	return `${columnText(column, table)}: ${text}`;
}

function columnText(column: Column, table: Table | undefined): string {
	const at = table?.columns.get(column);
	const name = columnLabel(column);
	if (at === undefined || column === 'stamp') return name;
	return m.workbook_row_column({ name, letters: columnLetters(at) });
}

function valueText(column: ValueColumn, values: RowValues): string {
	if (column === 'state') return stateLabel(values.state);
	const value = values[column];
	if (value === null) return m.workbook_row_nothing();
	if (column === 'openingForm') return openingLabel(values.openingForm!);
	return formatDay(cellText(value), getLocale());
}

function theirsText(theirs: RecordedEvent): string {
	const locale = getLocale();
	return m.workbook_theirs({
		who: authorText({ organisation: theirs.recordedFor, person: null }, locale),
		said: statementText(theirs, theirs.milestoneCode, locale),
		on: formatDay(theirs.recordedOn, locale)
	});
}
