import { stringify } from 'csv-stringify/sync';
import type { Locale } from '#lib/paraglide/runtime.js';

type Cell = string | number | null;

/**
 * How a table is written. `dutch`: semicolons and decimal commas, which is what a spreadsheet in
 * Dutch opens in columns with numbers that are numbers. `english`: commas and decimal points, for a
 * spreadsheet in English. `rfc4180`: the same for programs, without the mark of a spreadsheet, which
 * many read as part of the first name. Days are YYYY-MM-DD in all, which all read as days.
 */
export type CsvFormat = 'dutch' | 'english' | 'rfc4180';

/** The address parameter that asks for commas whatever the language (`?scheiding=komma`). */
export const SEPARATOR_PARAMETER = 'scheiding';

/** The format that an address asks for: that of its language, or commas when it says so. */
export function csvFormat(params: URLSearchParams, locale: Locale): CsvFormat {
	if (params.get(SEPARATOR_PARAMETER) === 'komma') return 'rfc4180';
	return locale === 'nl' ? 'dutch' : 'english';
}

export interface CsvOptions {
	format: CsvFormat;
	/** Without it, what follows after rows given before. */
	header?: boolean;
}

/**
 * A table as CSV (UTF-8; for a spreadsheet with a mark, so that Excel reads it as such). There is no preamble, because
 * that breaks parsers: what goes along with the whole file (dates, source, definition) stands in the
 * columns `about` of each row. Texts that a spreadsheet would run as a formula get an apostrophe in
 * front.
 */
export function csvFile(
	columns: readonly string[],
	rows: readonly (readonly Cell[])[],
	about: Readonly<Record<string, string>>,
	{ format, header = true }: CsvOptions
): string {
	const dutch = format === 'dutch';
	return stringify(
		rows.map((row) => [...row.map((cell) => cell ?? ''), ...Object.values(about)]),
		{
			header,
			columns: [...columns, ...Object.keys(about)],
			bom: header && format !== 'rfc4180',
			delimiter: dutch ? ';' : ',',
			record_delimiter: 'windows',
			escape_formulas: true,
			cast: {
				// A negative number is no formula.
				number: (value) => ({
					value: dutch ? String(value).replace('.', ',') : String(value),
					escape_formulas: false
				})
			}
		}
	);
}
