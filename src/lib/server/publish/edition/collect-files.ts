import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
	KEY_FILE,
	parseChecksums,
	SIGNATURE_FILE,
	SUMS_FILE
} from '#lib/publish/edition/checksums.ts';
import { parseQuarter } from '#lib/base/as-of/quarter.ts';
import type { FoundFiles } from './verify.ts';

export interface Collected {
	files: FoundFiles;
	/** The quarter that the place is named after; undefined when it is named otherwise. */
	quarter: string | undefined;
}

type ReadOne = (name: string) => Promise<Uint8Array | undefined>;

/**
 * The files of an edition from its address or from a folder: those about the others, and those that
 * the checksums name. What is not there is left out. Throws when the address does not answer.
 */
export async function collectFiles(place: string): Promise<Collected> {
	const isAddress = /^https?:\/\//.test(place);
	const read: ReadOne = isAddress
		? (name) => download(place, name)
		: (name) => readOne(place, name);
	const sums = await read(SUMS_FILE);
	const listed = parseChecksums(Buffer.from(sums ?? []).toString('utf8')) ?? [];
	const names = [...listed.map(({ name }) => name), SIGNATURE_FILE, KEY_FILE];
	const files = new Map<string, Uint8Array>(sums ? [[SUMS_FILE, sums]] : []);
	for (const name of names) {
		const content = await read(name);
		if (content) files.set(name, content);
	}
	const last = place.replace(/\/+$/, '').split('/').at(-1) ?? '';
	return { files, quarter: parseQuarter(last)?.code };
}

async function readOne(folder: string, name: string): Promise<Uint8Array | undefined> {
	try {
		return await readFile(join(folder, name));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

async function download(address: string, name: string): Promise<Uint8Array | undefined> {
	const response = await fetch(`${address.replace(/\/+$/, '')}/${name}`);
	if (response.status === 404) return undefined;
	if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}
