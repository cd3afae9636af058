import type { Figure } from '#lib/base/charts/figure.ts';
import { m } from '#lib/paraglide/messages.js';
import { provinceFigure, stepFigure } from './bars.ts';
import { causeFigure } from './cause-figure.ts';
import { leadTimeFigure } from './lead-time-figure.ts';
import { moveTable } from './move-table.ts';
import type { PlanMoves } from './types.ts';

/** The files of the page about delay: `/vertraging/NAME.csv`, and what each is made of. */
export const delayFiles: readonly {
	name: 'oorzaken' | 'stappen' | 'provincies' | 'doorlooptijd' | 'verschuivingen';
	of: (delay: PlanMoves) => Pick<Figure, 'table' | 'definitions'>;
}[] = [
	{ name: 'oorzaken', of: causeFigure },
	{ name: 'stappen', of: stepFigure },
	{ name: 'provincies', of: provinceFigure },
	{ name: 'doorlooptijd', of: leadTimeFigure },
	{
		name: 'verschuivingen',
		of: (delay) => ({
			table: moveTable(delay),
			definitions: [{ anchor: 'verschuiving', about: m.plan_moves_word() }]
		})
	}
];
