import type { Book } from '#lib/base/spreadsheet/book.ts';
import { onShutdown } from '#lib/server/platform/process/shutdown.ts';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';
import { WorkThread } from '#lib/server/platform/thread/work-thread.ts';

/** Workbooks that may be waited for at once; each takes up to half a second. */
const MOST_WAITING = 8;

let thread: WorkThread<Book, Uint8Array<ArrayBuffer>> | undefined;

/** The bytes of a workbook, made outside the thread that answers pages. Throws {@link TooBusy}. */
export async function writeBook(book: Book): Promise<Uint8Array<ArrayBuffer>> {
	const writer = (thread ??= startThread());
	if (writer.waiting >= MOST_WAITING) throw new TooBusy('too many workbooks at once');
	return await writer.ask(book);
}

function startThread(): WorkThread<Book, Uint8Array<ArrayBuffer>> {
	const opened = new WorkThread<Book, Uint8Array<ArrayBuffer>>(
		'#lib/server/platform/spreadsheet/write-worker.ts'
	);
	onShutdown(() => {
		thread = undefined;
		return opened.stop();
	});
	return opened;
}
