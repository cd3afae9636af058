import { findKept } from '../kept-page.ts';
import { keptAddress, plainAddress } from '../own-page.ts';
import { filesOf, markKept } from '../served-page.ts';
import { findKey } from '../store.ts';
import { hasFiles } from './app-files.ts';
import { isOfBefore, isWithoutWorker, retire } from './retire.ts';
import type { WorkerScope } from './scope.ts';

/** After these milliseconds without an answer a page that is kept is shown. */
const PATIENCE = 6_000;

/** What a server says that is not there, or whoever stands before it. */
const AWAY = [502, 503, 504];

/** The answer of the server; `slow` when it takes longer than `patience`, `away` when it is not there. */
export async function serverAnswer(
	network: Promise<Response>,
	patience = PATIENCE
): Promise<Response | 'slow' | 'away'> {
	const late = new Promise<'slow'>((resolve) => setTimeout(() => resolve('slow'), patience));
	const asked = network.then(
		(response) => (AWAY.includes(response.status) ? ('away' as const) : response),
		() => 'away' as const
	);
	return Promise.race([asked, late]);
}

/** A kept page, as of when it is; null when none is kept under this address that is whole. */
async function servePage(address: string): Promise<Response | null> {
	const key = await findKey();
	const kept = key && (await findKept(key, address));
	if (!kept || !(await hasFiles(filesOf(kept.html)))) return null;
	return new Response(markKept(kept.html, kept.keptAt), {
		headers: [...kept.headers.map(([name, value]): [string, string] => [name, value])]
	});
}

/** Whether a page that is kept can be shown at this address. */
export const canServe = async (url: URL): Promise<boolean> => {
	const address = keptAddress(url);
	return address !== null && (await servePage(address)) !== null;
};

async function retireWhenGone(scope: WorkerScope): Promise<void> {
	if (await isWithoutWorker()) await retire(scope);
}

/** A page of the adviser's own: the server's, or without an answer of the server the kept one. */
export async function answerPage(scope: WorkerScope, request: Request): Promise<Response> {
	const network = fetch(request);
	const said = await serverAnswer(network);
	if (said instanceof Response) {
		if (isOfBefore(said)) await retireWhenGone(scope).catch(() => undefined);
		return said;
	}
	const url = new URL(request.url);
	const address = keptAddress(url) ?? url.pathname;
	const kept = await servePage(address).catch(() => null);
	if (kept) return kept;
	// A server that is slow is the only one who can answer.
	if (said === 'slow') return network;
	const english = url.pathname.startsWith('/en/') ? '/en' : '';
	for (const other of [plainAddress(address), `${english}/mijn-bibliotheken/bewaard`]) {
		if (other === address || !(await servePage(other).catch(() => null))) continue;
		return Response.redirect(new URL(other, url), 302);
	}
	return network;
}
