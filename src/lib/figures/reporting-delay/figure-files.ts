import type { Figure } from '#lib/base/charts/figure.ts';
import { instituteFigure } from './institute-figure.ts';
import { spreadFigure } from './spread-figure.ts';
import type { ReportingDelays } from './types.ts';

/** The files of the page about reporting delay: `/voortgang/meldtijd/NAME.csv`, and what each is of. */
export const lateFiles: readonly {
	name: 'meldtijd' | 'verdeling';
	of: (late: ReportingDelays) => Pick<Figure, 'table' | 'definitions'>;
}[] = [
	{ name: 'meldtijd', of: instituteFigure },
	{ name: 'verdeling', of: spreadFigure }
];
