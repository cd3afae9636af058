import type { Figure } from '#lib/base/charts/figure.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Coverage } from './coverage-page.ts';
import { coverageCurveFigure } from './curve-figure.ts';
import { distanceFigure } from './distance-figure.ts';
import { measureFigure } from './measure-figure.ts';
import { chosenFile, nextFile } from './next-figure.ts';
import { spotTable, whiteSpotFigure } from './white-spot-figure.ts';

export type CoverageFile =
	'maten' | 'afstand' | 'witte-vlekken' | 'gemeenten' | 'volgende-opening' | 'keuze' | 'verloop';

/** The files of the coverage page: `/dekking/NAME.csv`, and what each is made of. */
export const coverageFiles: readonly {
	name: CoverageFile;
	of: (coverage: Coverage) => Pick<Figure, 'table' | 'definitions'>;
}[] = [
	{ name: 'maten', of: measureFigure },
	{ name: 'afstand', of: distanceFigure },
	{ name: 'witte-vlekken', of: whiteSpotFigure },
	{
		name: 'gemeenten',
		of: (coverage) => ({
			table: spotTable(coverage),
			definitions: [
				{ anchor: 'witte-vlekken', about: m.coverage_spots_word() },
				{ anchor: 'afstand', about: m.coverage_measure_distance_word() }
			]
		})
	},
	{ name: 'volgende-opening', of: nextFile },
	{ name: 'keuze', of: chosenFile },
	{ name: 'verloop', of: coverageCurveFigure }
];
