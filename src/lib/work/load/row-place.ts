import { m } from '#lib/paraglide/messages.js';
import type { LoadRow } from './types.ts';

/** Where a row stands in the file: "Blad Locaties, rij 5". */
export function placeOfRow({ sheet, number }: Pick<LoadRow, 'sheet' | 'number'>): string {
	return sheet
		? m.workbook_row_place_sheet({ sheet, number: String(number) })
		: m.workbook_row_place({ number: String(number) });
}
