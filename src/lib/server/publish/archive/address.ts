import { posix } from 'node:path';
import { isDay } from '#lib/base/day/day.ts';
import { deLocalizeHref } from '#lib/paraglide/runtime.js';

/** A place of this site: pathname and search, parameters in the order of their names. */
export type Address = string;

export interface Target {
	address: Address;
	/** The part behind #, without it; empty when there is none. */
	anchor: string;
}

const EXTENSION = /\.[a-z]{2,8}$/;

/** Any origin: what it leads to never leaves the archive. */
const HERE = 'http://archive.invalid';

/**
 * Where a link on the page `from` leads to; undefined when it leaves this site or is no address.
 * `origin` is where the installation lives: what names it in full is of this site too.
 */
export function targetOf(href: string, from: Address, origin: string): Target | undefined {
	const url = URL.parse(href, HERE + from);
	if (!url || (url.origin !== HERE && url.origin !== origin)) return undefined;
	// A file has all rows, on whichever page of a list its link stands.
	if (EXTENSION.test(url.pathname)) url.searchParams.delete('pagina');
	url.searchParams.sort();
	const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : '/';
	return { address: path + url.search, anchor: decodeURIComponent(url.hash.slice(1)) };
}

/** Not of the past: they answer a question that is asked, or are for people with an account. */
const LEFT_OUT =
	/^\/(zoeken|waar-terecht|inloggen|uitloggen|account|wachtwoord-vergeten|dit-klopt-niet)(\/|$)/;

/** Whether what stands at an address is a question to the people of the site, who are gone by then. */
export const asksPeople = (address: Address): boolean =>
	/^\/dit-klopt-niet(\?|$)/.test(deLocalizeHref(address));

/** Pages of which the archive has a state of each of its days. */
const OF_DAYS = /^\/(kaart\.[a-z]+)?$/;

/**
 * Whether the archive has what stands at an address. It has each page and file once, the pages of a
 * list that is cut, and the map of each of the `days`: not the endlessly many views of the same rows.
 */
export function belongs(address: Address, days: ReadonlySet<string>): boolean {
	const [path = '/', search = ''] = deLocalizeHref(address).split('?');
	if (LEFT_OUT.test(path)) return false;
	const params = new URLSearchParams(search);
	if (params.size === 0) return true;
	if (params.size > 1) return false;
	if (params.has('pagina')) return /^\d{1,4}$/.test(params.get('pagina') ?? '');
	return OF_DAYS.test(path) && days.has(params.get('peildatum') ?? '');
}

/** The day of a page that is of one of the days of the archive; undefined for all others. */
export function dayOf(address: Address): string | undefined {
	const day = new URLSearchParams(address.split('?')[1]).get('peildatum');
	return day !== null && isDay(day) ? day : undefined;
}

/** The front page of the archive takes the name that browsers and people look for. */
const MAP = 'kaart';

/** Files of a frozen quarter, of which each byte is signed. */
const EDITION_FILE = /^(\/en)?\/kwartaalstanden\/[^/]+\/[^/]+$/;

/** Whether a file stands at an address, kept byte for byte, and not a page. */
export function isFile(address: Address): boolean {
	const [path = '/'] = address.split('?');
	return EXTENSION.test(path) || EDITION_FILE.test(path) || isAnswer(path);
}

/** Answers of the API have no name of a file. */
const isAnswer = (path: string) => /^(\/en)?\/api\//.test(path);

/** A part of a name that can stand on any disk and leads nowhere. */
const safe = (part: string) => part.replace(/[^\w.-]/g, '_').replace(/^\.+$|\.\.+/g, '_');

/**
 * The file of an address, from the root of the archive: `/en/bibliotheken?pagina=2` is
 * `en/bibliotheken.pagina-2.html`. It has letters, digits, `.`, `-`, `_` and `/` only, so that it can
 * stand on any disk.
 */
export function fileOf(address: Address): string {
	const [path = '/', search = ''] = address.split('?');
	const extension = EXTENSION.exec(path)?.[0] ?? '';
	const steps = path
		.slice(0, path.length - extension.length)
		.split('/')
		.filter(Boolean);
	if (steps.length === 0 || steps.join() === 'en') steps.push(MAP);
	const params = [...new URLSearchParams(search)].map((pair) => `.${safe(pair.join('-'))}`);
	let kind = '.html';
	if (isFile(address)) kind = extension || (isAnswer(path) ? '.json' : '');
	return steps.map(safe).join('/') + params.join('') + kind;
}

/** How the file `from` names the file `to`. */
export const relativeFile = (from: string, to: string): string =>
	posix.relative(posix.dirname(from), to);
