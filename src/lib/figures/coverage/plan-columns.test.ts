import { describe, expect, it } from 'vitest';
import type { FigureTable } from '#lib/base/charts/figure.ts';
import type { PlanTold } from '#lib/network/standing/plan-told.ts';
import { coverage, openings, spot, supposing } from '#tests/factories/coverage.ts';
import { chosenFigure, chosenFile, nextFigure, nextFile } from './next-figure.ts';
import { spotTable } from './white-spot-figure.ts';

describe('where a plan stands', () => {
	const plan: PlanTold = {
		story: 'long_past',
		reason: 'Ruimte of verbouwing',
		text: 'al 13 maanden voorbij',
		line: 'Al 13 maanden voorbij. Reden: Ruimte of verbouwing'
	};
	const cells = ({ columns, rows }: FigureTable, row: number) => {
		const own = rows[row] ?? [];
		return Object.fromEntries(columns.map(({ key }, at) => [key, own[at]]));
	};
	const told = openings.map((opening) => ({
		...opening,
		candidate: { ...opening.candidate, plan }
	}));
	const inWord = { stand_van_planning: 'lang-voorbij', reden: 'Ruimte of verbouwing' };

	it('is one word in a file, with the reason beside it, as in the file of the map', () => {
		expect(cells(spotTable(coverage({ whiteSpots: [spot({ plan })] })), 0)).toMatchObject(inWord);
		const next = { now: 240, openings: told };
		expect(cells(nextFile(coverage({ next })).table, 1)).toMatchObject(inWord);
		const { whatIf } = supposing();
		const chosen = chosenFile(coverage({ whatIf: { ...whatIf!, openings: told } }));
		expect(cells(chosen.table, 1)).toMatchObject(inWord);
	});

	it('is a sentence with the reason in the tables of the page', () => {
		const next = { now: 240, openings: told };
		const line = { stand_van_planning: plan.line };
		expect(cells(nextFigure(coverage({ next })).table, 1)).toMatchObject(line);
		const { whatIf } = supposing();
		const chosen = chosenFigure(coverage({ whatIf: { ...whatIf!, openings: told } }));
		expect(cells(chosen.table, 1)).toMatchObject(line);
	});
});
