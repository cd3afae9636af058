/** What a search over the whole site found, in the language of the reader. */
export interface Found {
	/** What was looked for; null before anything is typed. */
	search: string | null;
	/** How many in all groups together, also those that are not shown. */
	count: number;
	groups: readonly FoundGroup[];
	/** When nothing was found: the names that are written most like it. */
	near: readonly { label: string; href: string }[];
}

export interface FoundGroup {
	id: string;
	title: string;
	items: readonly FoundItem[];
	/** The whole list, when it holds more than is shown. */
	more?: { label: string; href: string };
}

export interface FoundItem {
	href: string;
	label: string;
	/** Why it was found, or what it says. */
	why: string;
}
