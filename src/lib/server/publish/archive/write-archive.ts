import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endedQuarters } from '#lib/base/as-of/quarter.ts';
import type { Day } from '#lib/base/day/day.ts';
import { checksumsText, SUMS_FILE } from '#lib/publish/edition/checksums.ts';
import { locales } from '#lib/paraglide/runtime.js';
import type { Finding } from '#lib/server/publish/edition/verify.ts';
import { belongs, type Address } from './address.ts';
import { checkLinks } from './check-links.ts';
import { asideOf, COVER, makeCover, SHELL } from './cover.ts';
import { keepFile, makeArchive, type ArchiveOrder } from './make-archive.ts';

/** A folder that cannot be taken, in words for the operator. */
export class ArchiveProblem extends Error {
	override name = 'ArchiveProblem';
}

export interface SiteOrder extends Pick<
	ArchiveOrder,
	'folder' | 'origin' | 'fetch' | 'onProgress'
> {
	/** The day of the figures of the site. */
	today: Day;
	madeAt: Date;
	/** Leaves out more than the archive does by itself, for a part of the site. */
	isWanted?(address: Address): boolean;
}

/**
 * Writes the public site into a folder as pages that need no server, in both languages, with a front
 * page and the checksum of each file; says what it found when it read all of it again.
 */
export async function writeArchive(order: SiteOrder): Promise<Finding[]> {
	await takeFolder(order.folder);
	const quarters = endedQuarters(order.today);
	const days = new Set(quarters.map(({ end }) => end));
	const isWanted = order.isWanted ?? (() => true);
	const isKept = (address: Address) => belongs(address, days) && isWanted(address);
	const content = await makeArchive({
		...order,
		seeds: (await readSeeds(order, [...days])).filter(isKept),
		isKept,
		asideOf: (address) => asideOf(address, order.today)
	});
	const { folder } = order;
	const facts = {
		...order,
		quarters,
		pages: content.pages,
		files: content.files.size - content.pages
	};
	for (const locale of locales) {
		const place = locale === 'nl' ? '' : locale;
		const shell = await readFile(join(folder, place, SHELL), 'utf8');
		await keepFile(content, folder, join(place, COVER), makeCover(shell, locale, facts));
	}
	const style = await readFile(new URL('./archive.css', import.meta.url));
	await keepFile(content, folder, 'archive.css', style);
	const sums = [...content.files].map(([name, { sha256 }]) => ({ name, sha256 }));
	await writeFile(join(folder, SUMS_FILE), checksumsText(sums));
	return checkLinks(folder, new Set(content.files.keys()));
}

async function takeFolder(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	if ((await readdir(folder)).length > 0) {
		throw new ArchiveProblem(`The folder ${folder} is not empty. Name a new one.`);
	}
}

/** The pages of the site map, and the map of each day, in every language. */
async function readSeeds({ fetch }: SiteOrder, days: readonly Day[]): Promise<Address[]> {
	const { body } = await fetch('/sitemap.xml');
	const pages = [...body.toString('utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place = '']) =>
		new URL(place).pathname.replace(/(.)\/$/, '$1')
	);
	const maps = locales.flatMap((locale) =>
		days.map((day) => `${locale === 'nl' ? '/' : `/${locale}`}?peildatum=${day}`)
	);
	return [...pages, ...maps];
}
