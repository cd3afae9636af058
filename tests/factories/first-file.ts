import type { Cell, Sheet, Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { loadColumnLabel, loadSheetLabel } from '#lib/work/load/labels.ts';
import { LOAD_SHEETS, type LoadColumn, type LoadSheet } from '#lib/work/load/types.ts';

export type FirstFile = Partial<Record<LoadSheet, readonly Partial<Record<LoadColumn, Cell>>[]>>;

/** A first file as it is read from a workbook, with the Dutch headers of the template. */
export function firstFile(file: FirstFile): Tables {
	overwriteGetLocale(() => 'nl');
	const sheets = (Object.keys(LOAD_SHEETS) as LoadSheet[]).flatMap((name): Sheet[] => {
		const rows = file[name];
		if (!rows) return [];
		const columns: readonly LoadColumn[] = LOAD_SHEETS[name];
		const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
		return [
			{
				name: loadSheetLabel(name),
				rows: [columns.map(loadColumnLabel), ...cells].map((one, at) => ({
					number: at + 1,
					cells: one
				}))
			}
		];
	});
	return { kind: 'xlsx', from1904: false, sheets };
}
