/** What one cell may hold when it comes from elsewhere; more is no day of anybody. */
const LONGEST_CELL = 200;
/** Cells that one paste can have. */
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 100;

/**
 * A block of cells as spreadsheets put it on the clipboard: a tab between cells, a line end after each
 * row, and a cell with one of these (or a quote) between quotes. Whatever is pasted, rows come out.
 */
export function readBlock(text: string): string[][] {
	const rows: string[][] = [[]];
	let at = 0;
	while (at <= text.length && rows.length <= MOST_ROWS) {
		const cell = readCell(text, at);
		const row = rows.at(-1)!;
		if (row.length < MOST_COLUMNS) row.push(cell.value.slice(0, LONGEST_CELL));
		at = cell.end;
		if (text[at] === '\t') at += 1;
		else {
			const end = /^\r\n|^\r|^\n/.exec(text.slice(at, at + 2));
			if (!end || at + end[0].length >= text.length) break;
			at += end[0].length;
			rows.push([]);
		}
	}
	return rows;
}

/** The same the other way round, as a spreadsheet reads it. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
	return rows.map((row) => `${row.map(quote).join('\t')}\r\n`).join('');
}

const quote = (cell: string) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function readCell(text: string, start: number): { value: string; end: number } {
	if (text[start] === '"') {
		const quoted = readQuoted(text, start);
		if (quoted) return quoted;
	}
	let end = start;
	while (end < text.length && !'\t\r\n'.includes(text[end]!)) end += 1;
	return { value: text.slice(start, end), end };
}

/** Null when the quote is no more than a character of the cell. */
function readQuoted(text: string, start: number): { value: string; end: number } | null {
	let value = '';
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] !== '"') value += text[at];
		else if (text[at + 1] === '"') {
			value += '"';
			at += 1;
		} else {
			const next = text[at + 1];
			return next === undefined || '\t\r\n'.includes(next) ? { value, end: at + 1 } : null;
		}
	}
	return null;
}
