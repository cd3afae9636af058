import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { hasEnded } from '#lib/base/as-of/quarter.ts';
import type { Day } from '#lib/base/day/day.ts';
import { fitText } from '#lib/base/form/fit-text.ts';
import { decodeText } from '#lib/base/spreadsheet/decode-text.ts';
import { readQuestionFile, type FileProblem } from '#lib/figures/question/question-file.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';

/** Rows per statement, well below what one can carry of parameters. */
const ROWS_PER_INSERT = 5_000;

export type ImportProblem = FileProblem | { kind: 'not_over' };

export type ImportResult =
	| { imported: { code: string; locations: number; suppressed: number }; problems?: never }
	| { problems: ImportProblem[]; imported?: never };

/**
 * Imports a file of registered questions, whole or not at all. A later file of the same quarter takes
 * its place from then on; what was known before stays.
 */
export async function importQuestions(
	db: Kysely<DB>,
	file: { name: string; bytes: Uint8Array },
	author: Author,
	today: Day
): Promise<ImportResult> {
	const locations = await db.selectFrom('informationPoint').select('id').execute();
	const known = new Set(locations.map(({ id }) => id));
	const { quarter, counts, problems } = readQuestionFile(
		fitText(decodeText(file.bytes) ?? ''),
		known
	);
	if (problems) return { problems };
	if (!hasEnded(quarter, today)) return { problems: [{ kind: 'not_over' }] };
	await db.transaction().execute(async (trx: Transaction<DB>) => {
		const recordedAt = await takeRecordStamp(trx);
		const { id } = await trx
			.insertInto('questionImport')
			.values({
				quarterEnd: quarter.end,
				fileName: fitText(file.name.slice(0, 200)),
				fileSha256: createHash('sha256').update(file.bytes).digest(),
				recordedAt: sql`${recordedAt}::timestamptz`,
				recordedBy: author.id,
				recordedFor: author.organisation
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		for (let from = 0; from < counts.length; from += ROWS_PER_INSERT) {
			const rows = counts.slice(from, from + ROWS_PER_INSERT);
			await trx
				.insertInto('questionCount')
				.values(rows.map((row) => ({ ...row, importId: id })))
				.execute();
		}
	});
	const suppressed = counts.filter(({ questions }) => questions === null).length;
	return { imported: { code: quarter.code, locations: counts.length, suppressed } };
}
