import type { View } from '#lib/base/selection/view.ts';
import type { CostCategory, CostKind } from '#lib/programme/cost/cost.ts';
import type { SizeClass } from './size.ts';

/** What a class of libraries spends in a year, as far as enough of them are in it. */
export interface CostRow {
	year: number;
	size: SizeClass;
	kind: CostKind;
	/** Null: of too few libraries, or of none. */
	shown: ShownCosts | null;
}

export interface ShownCosts {
	libraries: number;
	totalCents: number;
	/** In cents, by category; null where a category is of too few libraries. */
	amounts: Readonly<Record<CostCategory, number>> | null;
	/** Inhabitants of their work areas on 1 January of the year. */
	inhabitants: number;
	/** What the schemes come to for these libraries in that year; null when it cannot be computed. */
	subsidyCents: number | null;
}

/** Points that are open on the day, by their service variant; null for those of which it is not known. */
export interface VariantCount {
	variant: string | null;
	points: number;
}

/** Everything that the page about the operating model shows. */
export interface OperatingModel {
	view: View;
	today: string;
	/** The day that is told about: never after today. */
	day: string;
	demoData: boolean;
	/** How many libraries it takes to show a sum. */
	least: number;
	/** Every year, class and kind, in order; also those that are not shown. */
	rows: readonly CostRow[];
	variants: readonly VariantCount[];
}
