import { WORKBOOK_TYPE } from '#lib/server/platform/spreadsheet/book-response.ts';

/** A workbook to keep, for this reader alone. */
export const bookResponse = (bytes: Uint8Array<ArrayBuffer>, name: string): Response =>
	ownFile(bytes, WORKBOOK_TYPE, `${name}.xlsx`);

/** A CSV to keep, for this reader alone. */
export const ownCsvResponse = (csv: string, name: string): Response =>
	ownFile(csv, 'text/csv; charset=utf-8', `${name}.csv`);

const ownFile = (body: Uint8Array<ArrayBuffer> | string, type: string, name: string): Response =>
	new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store'
		}
	});
