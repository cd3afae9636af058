import type { AppFiles } from './scope.ts';

const PREFIX = 'ido-app ';
/** How many versions of the product have their files here: a tab may still be of the one before. */
const VERSIONS = 2;
/** Files that are fetched at the same time: a browser has six connections, and the reader needs some. */
const AT_ONCE = 3;

/** Keeps all files of this version; those that an older version had too are not fetched again. */
export async function keepFiles({ files, version }: AppFiles): Promise<void> {
	const cache = await caches.open(PREFIX + version);
	const waiting = [...files];
	const work = async () => {
		for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
			const had = await caches.match(file);
			if (had) await cache.put(file, had);
			else await cache.add(file);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Drops the files of versions before the last one; what is kept of pages with them is not shown any more. */
export async function dropOldFiles({ version }: AppFiles): Promise<void> {
	const own = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
	const others = own.filter((name) => name !== PREFIX + version);
	const dropped = others.slice(0, Math.max(0, others.length - VERSIONS + 1));
	await Promise.all(dropped.map((name) => caches.delete(name)));
}

/** Drops the files of all versions. */
export async function dropAllFiles(): Promise<void> {
	const own = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
	await Promise.all(own.map((name) => caches.delete(name)));
}

/** A file of the build: kept, or else from the server. */
export const fileFor = async (request: Request): Promise<Response> =>
	(await caches.match(request, { ignoreVary: true })) ?? fetch(request);

/** Whether all these files are here: a page without one of them would be of two versions. */
export async function hasFiles(files: readonly string[]): Promise<boolean> {
	const found = await Promise.all(files.map((file) => caches.match(file, { ignoreVary: true })));
	return found.every((response) => response !== undefined);
}
