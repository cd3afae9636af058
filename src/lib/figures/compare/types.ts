import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Headline } from '#lib/network/standing/types.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { Change, PointSide } from './compare.ts';
import type { FigureName, Line } from './explain.ts';

/** One thing that changed of an information point. */
export interface ChangedPoint {
	id: number;
	name: string;
	municipality: string;
	library: string;
	change: Change;
	before: PointSide | null;
	after: PointSide | null;
}

/** Two situations and what lies between them. */
export interface Comparison {
	view: View;
	before: AsOf;
	today: Day;
	demoData: boolean;
	/** The address named the later situation first: they are the other way round here. */
	turned: boolean;
	headlines: { before: Headline; after: Headline };
	/** Per figure of the headline the lines that its difference is the sum of. */
	lines: Record<FigureName, readonly Line[]>;
	/** A point of which two things changed is there twice. */
	points: readonly ChangedPoint[];
}
