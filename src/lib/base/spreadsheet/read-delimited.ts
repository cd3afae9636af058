import { CsvError, parse } from 'csv-parse/sync';
import { MOST_COLUMNS, MOST_ROWS, RefusedFile, withoutEmpty, type Sheet } from './spreadsheet.ts';

/** What can stand between two cells, the usual here first. */
const DELIMITERS = [';', '\t', ','] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The first line of a file of a spreadsheet that says what stands between its cells. */
const SAYS_DELIMITER = /^sep=([;,\t])\r?\n/i;
/** Records that the delimiter is guessed from. */
const LOOKED_AT = 20;
const LARGEST_RECORD = 200_000;

/**
 * The rows of a text with `;`, `,` or tabs between its cells. All cells are texts; the apostrophe that
 * keeps a spreadsheet from running a text as a formula is taken off again.
 */
export function readDelimited(text: string): Sheet {
	const said = SAYS_DELIMITER.exec(text);
	const body = said ? text.slice(said[0].length) : text;
	const delimiter = said ? said[1]! : guessDelimiter(body);
	const records = parseRecords(body, delimiter);
	if (records.length > MOST_ROWS) throw new RefusedFile('too_many_rows');
	const before = said ? 2 : 1;
	const sheet = withoutEmpty({
		name: '',
		rows: records.map((cells, index) => ({
			number: index + before,
			cells: cells.map((cell) => (cell === '' ? null : withoutGuard(cell)))
		}))
	});
	const isWide = sheet.rows.some(({ cells }) => cells.length > MOST_COLUMNS);
	if (isWide) throw new RefusedFile('too_many_columns');
	return sheet;
}

function parseRecords(text: string, delimiter: string): string[][] {
	try {
		return parse(text, {
			delimiter,
			relax_quotes: true,
			relax_column_count: true,
			max_record_size: LARGEST_RECORD,
			to: MOST_ROWS + 1
		});
	} catch (problem) {
		if (!(problem instanceof CsvError)) throw problem;
		const wide = problem.code === 'CSV_MAX_RECORD_SIZE';
		throw new RefusedFile(wide ? 'too_many_columns' : 'damaged');
	}
}

const withoutGuard = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/**
 * What most records have as often as the first one; of equals what stands there most. A decimal comma
 * or a comma in a name does not do that.
 */
function guessDelimiter(text: string): Delimiter {
	const counts = countPerRecord(text);
	const scores = DELIMITERS.map((delimiter, at) => {
		const first = counts[0]?.[at] ?? 0;
		const alike = counts.filter((count) => count[at] === first).length;
		return { delimiter, first, score: first === 0 ? 0 : alike };
	});
	return scores.toSorted((a, b) => b.score - a.score || b.first - a.first)[0]!.delimiter;
}

/** How often each delimiter stands outside quotes, in each of the first records. */
function countPerRecord(text: string): number[][] {
	const records: number[][] = [];
	let counts = DELIMITERS.map(() => 0);
	let quoted = false;
	let empty = true;
	for (let at = 0; at < text.length && records.length < LOOKED_AT; at += 1) {
		const letter = text[at]!;
		if (letter === '"') quoted = !quoted;
		if (quoted) continue;
		if (letter === '\n' || letter === '\r') {
			if (!empty) records.push(counts);
			counts = DELIMITERS.map(() => 0);
			empty = true;
			continue;
		}
		empty = false;
		const which = DELIMITERS.indexOf(letter as Delimiter);
		if (which >= 0) counts[which]! += 1;
	}
	if (!empty) records.push(counts);
	return records;
}
