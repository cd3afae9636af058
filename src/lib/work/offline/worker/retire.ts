import { ACCOUNT_HEADER } from '../own-page.ts';
import { wipePages } from '../page-store.ts';
import { dropAllFiles } from './app-files.ts';
import type { WorkerScope } from './scope.ts';

/** Whether a page of her own is of a product that knows of no worker: it does not say whose it is. */
export const isOfBefore = ({ ok, headers }: Response): boolean =>
	ok && (headers.get('content-type') ?? '').startsWith('text/html') && !headers.has(ACCOUNT_HEADER);

/** Whether the server has no worker: a page without a name may also be that of a network that asks who is there. */
export async function isWithoutWorker(): Promise<boolean> {
	const { status } = await fetch('/service-worker.js', { method: 'HEAD', cache: 'no-store' });
	return status === 404;
}

/**
 * Takes the worker away with everything that it showed: where an older product was put back nobody else
 * would wipe it at signing out. What waits to be sent stays.
 */
export async function retire({ registration }: WorkerScope): Promise<void> {
	await registration.unregister();
	await wipePages();
	await dropAllFiles();
}
