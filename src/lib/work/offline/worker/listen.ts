import { isDataPath, isOwnPath, keptAddress, pagePathOf } from '../own-page.ts';
import { answerPage, canServe, serverAnswer } from './answer-page.ts';
import { dropOldFiles, fileFor, keepFiles } from './app-files.ts';
import type { AppFiles, FetchAsked, WorkerScope } from './scope.ts';

/** Milliseconds that a page gets to open another one, before what it asked for fails. */
const LEAVING = 10_000;

/**
 * The data of a page of the adviser's own: without the server the page that asks is told to open the kept
 * one, as a whole; it never gets data of another time than it believes.
 */
async function answerData(
	scope: WorkerScope,
	{ request, clientId }: FetchAsked
): Promise<Response> {
	const network = fetch(request);
	const said = await serverAnswer(network);
	if (said instanceof Response) return said;
	const url = new URL(request.url);
	const client = await scope.clients.get(clientId);
	// Asking again for what is being read: it stays as it is.
	const isSame = !client || keptAddress(new URL(client.url)) === keptAddress(url);
	if (isSame || !(await canServe(url).catch(() => false))) return network;
	url.pathname = pagePathOf(url.pathname);
	url.searchParams.delete('x-sveltekit-invalidated');
	client.postMessage({ open: url.href });
	await new Promise((resolve) => setTimeout(resolve, LEAVING));
	return Response.error();
}

/** Makes a worker of the scope: it answers only for files of the build and for pages of an adviser's own. */
export function listen(scope: WorkerScope, app: AppFiles): void {
	scope.addEventListener('install', (event) => {
		event.waitUntil(keepFiles(app).then(() => scope.skipWaiting()));
	});
	scope.addEventListener('activate', (event) => {
		event.waitUntil(dropOldFiles(app).then(() => scope.clients.claim()));
	});
	scope.addEventListener('fetch', (event) => {
		const { method, mode, url } = event.request;
		const { origin, pathname } = new URL(url);
		if (method !== 'GET' || origin !== scope.location.origin) return;
		if (app.files.includes(pathname) || pathname.startsWith('/_app/immutable/')) {
			event.respondWith(fileFor(event.request));
		} else if (!isOwnPath(pagePathOf(pathname))) {
			return;
		} else if (isDataPath(pathname)) event.respondWith(answerData(scope, event));
		else if (mode === 'navigate') event.respondWith(answerPage(scope, event.request));
	});
}
