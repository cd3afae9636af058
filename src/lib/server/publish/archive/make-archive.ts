import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileOf, isFile, type Address } from './address.ts';
import { rewritePage } from './rewrite-page.ts';

/** What stands at an address of the running site. */
export interface Fetched {
	status: number;
	/** Media type with its parameters. */
	type: string;
	body: Buffer;
}

export interface ArchiveOrder {
	/** A new or empty folder. */
	folder: string;
	/** Where to begin; what these lead to is followed. */
	seeds: readonly Address[];
	/** Where the installation lives. */
	origin: string;
	isKept(address: Address): boolean;
	fetch(address: Address): Promise<Fetched>;
	/** The HTML above each page. */
	asideOf(address: Address): string;
	onProgress?(done: number, waiting: number): void;
}

export interface ArchiveContent {
	/** Each file with the address that it holds and its SHA-256. */
	files: Map<string, { address: Address | null; sha256: string; bytes: number }>;
	pages: number;
}

/** Pages are made one after the other by the server; more at once only wait for each other. */
const AT_ONCE = 3;

/**
 * Follows the site from its seeds and writes each page and file into the folder. Keeps nothing of a
 * page but its checksum, so that the size of the site costs disk, not memory. Throws at the first
 * address that does not answer: an archive with a hole in it is none.
 */
export async function makeArchive(order: ArchiveOrder): Promise<ArchiveContent> {
	const content: ArchiveContent = { files: new Map(), pages: 0 };
	const waiting: Address[] = [];
	const known = new Set<Address>();
	const follow = (addresses: Iterable<Address>) => {
		for (const address of addresses) {
			if (known.has(address)) continue;
			known.add(address);
			waiting.push(address);
		}
	};
	follow(order.seeds);
	let running = 0;
	await new Promise<void>((resolve, reject) => {
		const next = () => {
			if (waiting.length === 0 && running === 0) resolve();
			while (waiting.length > 0 && running < AT_ONCE) {
				const address = waiting.shift()!;
				running += 1;
				keepOne(order, content, address)
					.then((found) => {
						running -= 1;
						follow(found);
						order.onProgress?.(known.size - waiting.length, waiting.length);
						next();
					})
					.catch((error: unknown) => {
						waiting.length = 0;
						reject(error instanceof Error ? error : new Error(String(error)));
					});
			}
		};
		next();
	});
	return content;
}

/** Writes what stands at one address; returns what it leads to. */
async function keepOne(
	order: ArchiveOrder,
	content: ArchiveContent,
	address: Address
): Promise<Iterable<Address>> {
	const { status, type, body } = await order.fetch(address);
	if (status !== 200) throw new Error(`${address} answers ${status}`);
	if (isFile(address)) {
		await keepFile(content, order.folder, fileOf(address), body, address);
		return [];
	}
	if (!type.startsWith('text/html')) throw new Error(`${address} is no page but ${type}`);
	const { html, addresses } = rewritePage(body.toString('utf8'), {
		address,
		origin: order.origin,
		isKept: (one) => order.isKept(one),
		aside: order.asideOf(address)
	});
	await keepFile(content, order.folder, fileOf(address), html, address);
	content.pages += 1;
	return addresses;
}

/** Writes a file and remembers its checksum; two of one name are a fault of {@link fileOf}. */
export async function keepFile(
	content: ArchiveContent,
	folder: string,
	name: string,
	body: Buffer | string,
	address: Address | null = null
): Promise<void> {
	if (content.files.has(name)) throw new Error(`two addresses would be the file ${name}`);
	const bytes = Buffer.from(body as string);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	content.files.set(name, { address, sha256, bytes: bytes.length });
	const path = join(folder, name);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, bytes);
}
