import { parse, type HTMLElement } from 'node-html-parser';
import { asksPeople, fileOf, relativeFile, targetOf, type Address } from './address.ts';

export interface Rewriting {
	address: Address;
	/** Where the installation lives. */
	origin: string;
	isKept(address: Address): boolean;
	/** What each page says above everything: that it is an archive. */
	aside: string;
}

export interface RewrittenPage {
	html: string;
	/** What it shows or leads to, that the archive has to have. */
	addresses: Set<Address>;
}

/** The class of what was a link; `archive.css` takes away how a link looks. */
const GONE = 'niet-in-archief';

/**
 * A page as it stands in the archive: it leads to files beside it, runs nothing, and offers nothing
 * that only works with a server. What leads to something that is left out is text.
 */
export function rewritePage(html: string, rewriting: Rewriting): RewrittenPage {
	const page = parse(html, { comment: false });
	const addresses = new Set<Address>();
	removeScripts(page);
	for (const form of page.querySelectorAll('form')) removeWithFrame(form);
	for (const button of page.querySelectorAll('button')) {
		if (!button.hasAttribute('popovertarget')) removeWithFrame(button);
	}
	for (const element of page.querySelectorAll('[href], [src]')) {
		lead(element, rewriting, addresses);
	}
	takeOwnAnchorsAway(page, fileOf(rewriting.address));
	addArchive(page, rewriting);
	return { html: page.toString(), addresses };
}

function removeScripts(page: HTMLElement): void {
	for (const element of page.querySelectorAll('script, link[rel=modulepreload]')) element.remove();
	// What other sites show of a shared link stands on the site that is gone by then.
	for (const element of page.querySelectorAll('meta[property]')) element.remove();
	for (const element of page.querySelectorAll('noscript'))
		element.replaceWith(...element.childNodes);
}

const HEADING = /^H[1-6]$/;

/** Whether nothing is left to read or to see, but for the name of what was there. */
function isEmpty(element: HTMLElement): boolean {
	if (HEADING.test(element.tagName)) return true;
	if (element.querySelector('img, svg, table, a')) return false;
	return element.childNodes.every((node) =>
		'tagName' in node ? isEmpty(node as HTMLElement) : node.text.trim() === ''
	);
}

/** Takes an element away, with what stood around nothing else. */
function removeWithFrame(element: HTMLElement): void {
	const frame: HTMLElement | null = element.parentNode;
	element.remove();
	if (frame && frame.tagName !== 'MAIN' && frame.tagName !== 'BODY' && isEmpty(frame)) {
		removeWithFrame(frame);
	}
}

/** Makes what leads somewhere lead to a file of the archive, or nowhere. */
function lead(element: HTMLElement, rewriting: Rewriting, addresses: Set<Address>): void {
	const name = element.hasAttribute('href') ? 'href' : 'src';
	const value = element.getAttribute(name) ?? '';
	if (value.startsWith('#') || value.startsWith('data:')) return;
	const target = targetOf(value, rewriting.address, rewriting.origin);
	if (!target) return;
	const isLink = element.tagName === 'A' || element.getAttribute('rel') === 'alternate';
	const address = isLink ? keptAddress(target.address, rewriting) : target.address;
	if (address === undefined) {
		if (asksPeople(target.address)) removeWithFrame(element);
		else takeLinkAway(element);
		return;
	}
	addresses.add(address);
	const file = relativeFile(fileOf(rewriting.address), fileOf(address));
	element.setAttribute(name, target.anchor ? `${file}#${encodeURIComponent(target.anchor)}` : file);
}

/** A record on another day; the archive has it on its own day, and says so on the page of that day. */
const RECORD_OF_DAY =
	/^((?:\/en)?\/(?:bibliotheken|gemeenten|provincies|informatiepunten)\/[^/?]+)\?peildatum=[\d-]+$/;

/** The address that the archive has for it; undefined when it has none. */
function keptAddress(address: Address, { isKept }: Rewriting): Address | undefined {
	if (isKept(address)) return address;
	const record = RECORD_OF_DAY.exec(address)?.[1];
	return record !== undefined && isKept(record) ? record : undefined;
}

/** Links to a part of the page itself that went with a form. */
function takeOwnAnchorsAway(page: HTMLElement, file: string): void {
	const own = relativeFile(file, file);
	const ids = new Set(page.querySelectorAll('[id]').map(({ id }) => id));
	for (const element of page.querySelectorAll('a[href]')) {
		const [path, anchor = ''] = (element.getAttribute('href') ?? '').split('#');
		const isOwn = path === '' || path === own;
		if (isOwn && anchor && !ids.has(decodeURIComponent(anchor))) takeLinkAway(element);
	}
}

function takeLinkAway(element: HTMLElement): void {
	if (element.tagName === 'LINK') {
		element.remove();
		return;
	}
	// In a menu a name without a link helps nobody; in a sentence it is a part of it.
	if (element.closest('header, footer')) {
		removeWithFrame(element);
		return;
	}
	for (const name of ['href', 'rel', 'download', 'aria-current', 'aria-label', 'hreflang']) {
		element.removeAttribute(name);
	}
	element.classList.add(GONE);
}

function addArchive(page: HTMLElement, { address, aside }: Rewriting): void {
	const style = relativeFile(fileOf(address), 'archive.css');
	page
		.querySelector('head')
		?.insertAdjacentHTML('beforeend', `<link href="${style}" rel="stylesheet">`);
	page.querySelector('header')?.insertAdjacentHTML('beforebegin', aside);
}
