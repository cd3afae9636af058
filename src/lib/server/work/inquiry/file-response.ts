import type { Kysely } from 'kysely';
import { readTableFile, type TableFileName } from '#lib/base/charts/table-files.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { figureBook } from '#lib/server/base/charts/figure-book.ts';
import { figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { WORKBOOK_TYPE } from '#lib/server/platform/spreadsheet/book-response.ts';
import { writeBook } from '#lib/server/platform/spreadsheet/book-writer.ts';
import { INQUIRY_GROUPS, inquiryFigure } from '#lib/work/inquiry/figures.ts';
import { readInquiries } from './read-inquiries.ts';

/** A table of the figures about questions, for the programme manager; null when there is none of that name. */
export async function inquiryFile(
	db: Kysely<DB>,
	url: URL,
	fileName: TableFileName
): Promise<Response | null> {
	const file = readTableFile(fileName);
	const group = INQUIRY_GROUPS.find((name) => name === file?.name);
	if (!file || !group) return null;
	const { inquiries, supportInstitutes, ...read } = await readInquiries(db, url.searchParams);
	const { title, table, definitions } = inquiryFigure(inquiries, group);
	const context = viewContext(read, supportInstitutes);
	const made = { title, table, definitions, context, url };
	const name = `ido-navraag-${group}-${read.view.asOf.validOn}`;
	const [type, body] =
		file.kind === 'csv'
			? (['text/csv; charset=utf-8', figureCsv(made)] as const)
			: ([WORKBOOK_TYPE, await writeBook(figureBook(made))] as const);
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}.${file.kind}"`,
			'cache-control': 'private, no-store'
		}
	});
}
