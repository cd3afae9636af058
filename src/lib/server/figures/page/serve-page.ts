import { error } from '@sveltejs/kit';
import { readTableFile, type TableFileName } from '#lib/base/charts/table-files.ts';
import type { HintLine } from '#lib/base/selection/hint-line.ts';
import { noticeText } from '#lib/server/base/selection/notice-text.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { FigurePage, Told } from './define-page.ts';

interface LoadEvent {
	url: URL;
	setHeaders: (headers: Record<string, string>) => void;
}

interface PageTexts {
	notices: string[];
	supportInstitutes: Told['supportInstitutes'];
	/** About the search. */
	hints: HintLine[];
}

/** What a page shows for its address; what is not whole yet is not kept. */
export async function loadPage<Read>(
	page: FigurePage<Read>,
	{ url, setHeaders }: LoadEvent
): Promise<Read & PageTexts> {
	const read = await page.readPage(getDb(), url);
	if (page.isUnfinished(read)) setHeaders({ 'cache-control': 'no-store' });
	return { ...read, notices: read.notices.map(noticeText) };
}

/** One of the files of a page, as its table is shown. */
export async function servePageFile<Read>(
	page: FigurePage<Read>,
	{ url, params }: { url: URL; params: { file: TableFileName } }
): Promise<Response> {
	const file = readTableFile(params.file);
	return (file && (await page.respondFile(getDb(), url, file))) ?? error(404);
}
