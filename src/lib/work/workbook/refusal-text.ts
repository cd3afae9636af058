import type { FileRefusal } from '#lib/base/spreadsheet/spreadsheet.ts';
import { m } from '#lib/paraglide/messages.js';

const TEXTS: Record<FileRefusal, () => string> = {
	empty: m.workbook_refused_empty,
	too_large: m.workbook_refused_too_large,
	too_many_rows: m.workbook_refused_too_many_rows,
	too_many_columns: m.workbook_refused_too_many_columns,
	not_a_table: m.workbook_refused_not_a_table,
	old_excel: m.workbook_refused_old_excel,
	encrypted: m.workbook_refused_encrypted,
	macros: m.workbook_refused_macros,
	damaged: m.workbook_refused_damaged,
	unpacks_too_large: m.workbook_refused_unpacks_too_large,
	takes_too_long: m.workbook_refused_takes_too_long
};

/** Why a file is not read, in the language of the reader, with what she can do. */
export const refusalText = (why: FileRefusal): string => TEXTS[why]();
