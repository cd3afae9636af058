import type { AsOf } from '#lib/as-of/as-of.ts';
import type { Headline } from '#lib/coverage/types.ts';
import type { Day } from '#lib/day/day.ts';
import type { View } from '#lib/view/view.ts';
import type { Change, Side } from './compare.ts';

/** An information point that changed. */
export interface ChangedPoint {
	id: number;
	name: string;
	municipality: string;
	library: string;
	change: Change;
	before: Side | null;
	after: Side | null;
}

/** Two situations and what lies between them. */
export interface Comparison {
	view: View;
	before: AsOf;
	today: Day;
	demoData: boolean;
	headlines: { before: Headline; after: Headline };
	points: readonly ChangedPoint[];
}
