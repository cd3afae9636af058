import type { Figure } from '#lib/base/charts/figure.ts';
import { cohortFigure } from './cohort-figure.ts';
import type { CurveFan } from './curve-fan.ts';
import { curveFigure, curveTable } from './curve-figure.ts';
import { MEASURE_TEXTS } from '#lib/base/measure/labels.ts';
import { PROGRESS_MEASURES } from '#lib/base/measure/measure.ts';
import { provinceFigure } from './province-figure.ts';
import { tileTable } from './tiles.ts';
import type { RolloutProgress } from './types.ts';

/** The files of the progress page: `/voortgang/NAME.csv`, and what each is made of. */
export const figureFiles: readonly {
	name: 'kerncijfers' | 'verloop' | 'provincies' | 'groepen';
	/** Whether the fan of the model belongs in it. */
	hasFan?: boolean;
	of: (progress: RolloutProgress, fan: CurveFan | null) => Pick<Figure, 'table' | 'definitions'>;
}[] = [
	{
		name: 'kerncijfers',
		of: (progress) => ({
			table: tileTable(progress),
			definitions: PROGRESS_MEASURES.map((measure) => ({
				anchor: MEASURE_TEXTS[measure].definition,
				about: MEASURE_TEXTS[measure].label()
			}))
		})
	},
	{
		name: 'verloop',
		hasFan: true,
		of: (progress, fan) => ({
			definitions: curveFigure(progress, fan).definitions,
			table: curveTable(progress, fan)
		})
	},
	{ name: 'provincies', of: provinceFigure },
	{ name: 'groepen', of: cohortFigure }
];
