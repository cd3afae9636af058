import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

/**
 * The rows of a CSV file of this folder (UTF-8, header row), each checked and converted by `schema`.
 * Throws with the file, the row number and every problem when a row does not fit.
 */
export function readCsv<Schema extends z.ZodType>(
	file: string,
	schema: Schema
): z.output<Schema>[] {
	const records = parse(readFileSync(new URL(file, import.meta.url), 'utf8'), { columns: true });
	return records.map((record, index) => {
		const parsed = schema.safeParse(record);
		if (parsed.success) return parsed.data;
		const problems = parsed.error.issues.map(
			(issue) => `${issue.path.join('.')}: ${issue.message}`
		);
		throw new Error(`${file}, row ${index + 2}: ${problems.join('; ')}`);
	});
}
