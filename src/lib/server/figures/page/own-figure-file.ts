import { figureBook } from '#lib/server/base/charts/figure-book.ts';
import { figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { WORKBOOK_TYPE } from '#lib/server/platform/spreadsheet/book-response.ts';
import { writeBook } from '#lib/server/platform/spreadsheet/book-writer.ts';

/** The table of a figure as a file to keep, for this reader alone. `name` is without its ending. */
export async function ownFigureFile(
	figure: Parameters<typeof figureBook>[0] & Parameters<typeof figureCsv>[0],
	{ kind, name }: { kind: 'csv' | 'xlsx'; name: string }
): Promise<Response> {
	const [type, body] =
		kind === 'csv'
			? (['text/csv; charset=utf-8', figureCsv(figure)] as const)
			: ([WORKBOOK_TYPE, await writeBook(figureBook(figure))] as const);
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}.${kind}"`,
			'cache-control': 'private, no-store'
		}
	});
}
