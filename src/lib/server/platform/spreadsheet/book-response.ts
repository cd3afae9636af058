import type { Book } from '#lib/base/spreadsheet/book.ts';
import { writeBook } from './book-writer.ts';

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The answer with a workbook to keep, open to all origins, because everything in it is public. */
export async function publicBookResponse(
	book: Book,
	name: string,
	ignored: readonly string[] = []
): Promise<Response> {
	return new Response(await writeBook(book), {
		headers: {
			'content-type': WORKBOOK_TYPE,
			'content-disposition': `attachment; filename="${name}.xlsx"`,
			'access-control-allow-origin': '*',
			...(ignored.length > 0 ? { 'x-ignored-parameters': ignored.join(', ') } : {})
		}
	});
}
