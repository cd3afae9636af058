import type { Cell, FigureColumn } from '#lib/base/charts/figure.ts';
import type { PlanTold } from '#lib/network/standing/plan-told.ts';
import { PLAN_STORY_WORDS } from '#lib/network/standing/why-late.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where a plan stands, in a word, and why: as the file of the map has them. Pages have the sentence. */
export const planColumns = (): FigureColumn[] => [
	{ key: 'stand_van_planning', label: m.coverage_column_plan_standing(), kind: 'text' },
	{ key: 'reden', label: m.coverage_column_reason(), kind: 'text' }
];

export const planCells = ({ story, reason }: PlanTold): Cell[] => [
	story && PLAN_STORY_WORDS[story],
	reason
];
