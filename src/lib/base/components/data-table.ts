/** A column of a `DataTable`. */
export interface Column {
	key: string;
	label: string;
	/** Figures: aligned at the end. */
	numeric?: boolean;
	/** Where a click on the heading leads; without it the column cannot be sorted. */
	sortHref?: string;
	/** How the rows are sorted by this column now. */
	sorted?: 'ascending' | 'descending';
	/** Left out where the screen is narrow; say it in the first column as well. */
	wide?: boolean;
}

/** More columns than this stand closer together, so that a desktop shows them all. */
export const ROOMY = 9;
