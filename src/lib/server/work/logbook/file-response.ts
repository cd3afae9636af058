import type { Kysely } from 'kysely';
import { readTableFile, type TableFileName } from '#lib/base/charts/table-files.ts';
import { m } from '#lib/paraglide/messages.js';
import { figureBook } from '#lib/server/base/charts/figure-book.ts';
import { figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { WORKBOOK_TYPE } from '#lib/server/platform/spreadsheet/book-response.ts';
import { writeBook } from '#lib/server/platform/spreadsheet/book-writer.ts';
import { logFilterTexts } from '#lib/work/logbook/filter-texts.ts';
import { MOST_IN_FILE, type LogReader } from '#lib/work/logbook/line.ts';
import { readLogQuery } from '#lib/work/logbook/query.ts';
import { showLine } from '#lib/work/logbook/shown-line.ts';
import { logTable } from '#lib/work/logbook/table.ts';
import { readLogChoices } from './choices.ts';
import { readLog } from './read-log.ts';

/** What is chosen of the log as a file, for who may read it; null when there is none of that name. */
export async function logFile(
	db: Kysely<DB>,
	reader: LogReader,
	url: URL,
	fileName: TableFileName
): Promise<Response | null> {
	const file = readTableFile(fileName);
	if (file?.name !== 'logboek') return null;
	const { query } = readLogQuery(url.searchParams);
	const [{ rows }, choices, today, { demoData }] = await Promise.all([
		// From the newest on, wherever in the list somebody is.
		readLog(db, { ...query, before: null }, reader, MOST_IN_FILE),
		readLogChoices(db, reader),
		readToday(db),
		db.selectFrom('installation').select('demoData').executeTakeFirstOrThrow()
	]);
	const lines = rows.map((row) => showLine(row, reader));
	const context = {
		...{ validOn: today, knownOn: today, filters: logFilterTexts(query, choices) },
		...{ source: m.progress_source(), demoData }
	};
	const made = { table: logTable(lines, url.origin), definitions: [], context, url };
	const [type, body] =
		file.kind === 'csv'
			? (['text/csv; charset=utf-8', figureCsv(made)] as const)
			: ([
					WORKBOOK_TYPE,
					await writeBook(figureBook({ ...made, title: m.logbook_title() }))
				] as const);
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="ido-logboek-${today}.${file.kind}"`,
			'cache-control': 'private, no-store'
		}
	});
}
