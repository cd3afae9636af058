import { parse } from 'csv-parse/sync';
import { parseQuarter, type Quarter } from '#lib/base/as-of/quarter.ts';
import { SMALLEST_SHOWN, type QuestionCount } from './types.ts';

/** The columns that a file must have; others, such as the name of the location, are for the reader. */
export const FILE_COLUMNS = ['kwartaal', 'locatie_id', 'vragen'] as const;

/** More lines than there are libraries' buildings in the country is no file of ours. */
export const MOST_LINES = 5_000;

export type FileProblem =
	| { kind: 'unreadable' | 'empty' | 'too_long' }
	| { kind: 'column'; column: string }
	| {
			kind: 'quarter' | 'other_quarter' | 'location' | 'twice' | 'count';
			line: number;
			value: string;
	  };

export type QuestionFile =
	| { quarter: Quarter; counts: QuestionCount[]; problems?: never }
	| { problems: FileProblem[]; quarter?: never; counts?: never };

/**
 * Reads a file of one quarter: CSV in UTF-8 with a comma or a semicolon, a header, and a line per
 * location. A count below five, also written as "<5", becomes null here, so that the exact number
 * goes no further. Answers the counts, or everything that is wrong with line numbers (header = 1).
 */
export function readQuestionFile(text: string, knownLocations: ReadonlySet<number>): QuestionFile {
	let records: Record<string, string>[];
	try {
		records = parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
			skip_empty_lines: true,
			skip_records_with_empty_values: true,
			relax_column_count: true,
			trim: true
		});
	} catch {
		return { problems: [{ kind: 'unreadable' }] };
	}
	const first = records[0];
	if (!first) return { problems: [{ kind: 'empty' }] };
	if (records.length > MOST_LINES) return { problems: [{ kind: 'too_long' }] };
	const missing = FILE_COLUMNS.filter((column) => !(column in first));
	if (missing.length > 0)
		return { problems: missing.map((column) => ({ kind: 'column', column })) };
	return readLines(records, knownLocations);
}

/** What the header is separated by; names further on may hold the other one ('AVV, Vecht en Venen'). */
function delimiterOf(text: string): string {
	const [header = ''] = text.trimStart().split(/\r?\n/, 1);
	return header.includes(';') ? ';' : ',';
}

function readLines(
	records: readonly Record<string, string>[],
	knownLocations: ReadonlySet<number>
): QuestionFile {
	const problems: FileProblem[] = [];
	const counts = new Map<number, number | null>();
	let quarter: Quarter | undefined;
	for (const [index, record] of records.entries()) {
		const line = index + 2;
		const [code, location, count] = FILE_COLUMNS.map((column) => record[column] ?? '');
		const about = (
			kind: 'quarter' | 'other_quarter' | 'location' | 'twice' | 'count',
			value = ''
		) => problems.push({ kind, line, value });
		const ofLine = parseQuarter(code ?? '');
		if (!ofLine) about('quarter', code);
		else if (quarter && quarter.code !== ofLine.code) about('other_quarter', code);
		quarter ??= ofLine;
		const id = /^\d{1,9}$/.test(location ?? '') ? Number(location) : Number.NaN;
		if (!knownLocations.has(id)) about('location', location);
		else if (counts.has(id)) about('twice', location);
		const questions = readCount(count ?? '');
		if (questions === undefined) about('count', count);
		else counts.set(id, questions);
	}
	if (problems.length > 0 || !quarter) return { problems };
	return {
		quarter,
		counts: [...counts].map(([informationPointId, questions]) => ({
			informationPointId,
			questions
		}))
	};
}

/** A whole number; null when it is below five, undefined when it is none. */
function readCount(text: string): number | null | undefined {
	if (/^<\s*5$/.test(text)) return null;
	if (!/^\d{1,6}$/.test(text)) return undefined;
	const count = Number(text);
	return count < SMALLEST_SHOWN ? null : count;
}
