import { fitText } from '#lib/base/form/fit-text.ts';
import { LARGEST_FILE_BYTES, RefusedFile, type Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { m } from '#lib/paraglide/messages.js';
import { readFormWithFile } from '#lib/server/base/form/read-form-data.ts';
import { FileReader } from '#lib/server/platform/spreadsheet/file-reader.ts';
import { refusalText } from '#lib/work/workbook/refusal-text.ts';

const reader = new FileReader();

export type SentFile = { name: string; tables: Tables } | { refused: string; status: number };

/** The tables of the file that a form sends, or the sentence that says why it is not read. */
export async function readSentFile(request: Request): Promise<SentFile> {
	const refuse = (refused: string, status = 400) => ({ refused, status });
	const form = await readFormWithFile(request);
	const file = form?.get('file');
	if (form === null) return refuse(refusalText('too_large'), 413);
	if (!(file instanceof File) || file.name === '') return refuse(m.workbook_refused_missing());
	if (file.size > LARGEST_FILE_BYTES) return refuse(refusalText('too_large'), 413);
	const tables = await read(new Uint8Array(await file.arrayBuffer()));
	return typeof tables === 'string' ? refuse(tables) : { name: fitText(file.name), tables };
}

async function read(bytes: Uint8Array): Promise<Tables | string> {
	try {
		return fitTables(await reader.read(bytes));
	} catch (problem) {
		if (problem instanceof RefusedFile) return refusalText(problem.why);
		throw problem;
	}
}

/** Every text fit to be kept, as those of forms are. */
const fitTables = (tables: Tables): Tables => ({
	...tables,
	sheets: tables.sheets.map(({ name, rows }) => ({
		name: fitText(name),
		rows: rows.map(({ number, cells }) => ({
			number,
			cells: cells.map((cell) => (typeof cell === 'string' ? fitText(cell) : cell))
		}))
	}))
});
