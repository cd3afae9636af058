/** A link by which somebody left a page: by its address, the how manieth of that address it was. */
export interface LeftFrom {
	href: string;
	nth: number;
}

const linksTo = (page: Document, href: string): HTMLAnchorElement[] =>
	[...page.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
		(link) => link.getAttribute('href') === href
	);

/** The link that has the focus when a page is left; null when it is something else. */
export function leftFrom(page: Document): LeftFrom | null {
	const link = page.activeElement?.closest('a');
	const href = link?.getAttribute('href');
	if (!link || !href) return null;
	return { href, nth: linksTo(page, href).indexOf(link) };
}

/** Gives that link its focus back; nothing when it is gone, or something else has the focus by now. */
export function goBackTo(page: Document, { href, nth }: LeftFrom): void {
	const links = linksTo(page, href);
	const hasFocus = page.activeElement !== null && page.activeElement !== page.body;
	// The place on the page has been put back already.
	if (!hasFocus) (links[nth] ?? links[0])?.focus({ preventScroll: true });
}
