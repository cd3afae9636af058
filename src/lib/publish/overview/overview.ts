/** What an overview page shows: a question, a figure, and the pages that answer it. */
export interface Overview {
	title: string;
	lead: string;
	/** A sentence with a figure and its day. */
	figure: string;
	sections: readonly OverviewSection[];
}

export interface OverviewSection {
	id: string;
	title: string;
	pages: readonly { href: string; label: string; answers?: string }[];
}
