/** A sentence about a search, mostly with a link in it. */
export interface HintLine {
	text: string;
	link?: { label: string; href: string };
	/** What comes after the link. */
	end: string;
}
