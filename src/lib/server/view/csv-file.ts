import { stringify } from 'csv-stringify/sync';

type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180, UTF-8 with a mark so that Excel reads it as such). There is no preamble,
 * because that breaks parsers: what goes along with the whole file (dates, source, definition) stands
 * in the columns `about` of each row. Texts that a spreadsheet would run as a formula get an
 * apostrophe in front. Without `header` it is what follows after rows given before.
 */
export function csvFile(
	columns: readonly string[],
	rows: readonly (readonly Cell[])[],
	about: Readonly<Record<string, string>>,
	{ header = true }: { header?: boolean } = {}
): string {
	return stringify(
		rows.map((row) => [...row.map((cell) => cell ?? ''), ...Object.values(about)]),
		{
			header,
			columns: [...columns, ...Object.keys(about)],
			bom: header,
			record_delimiter: 'windows',
			escape_formulas: true
		}
	);
}
