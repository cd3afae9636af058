import { describe, expect, it } from 'vitest';
import { parseView } from '#lib/base/selection/view.ts';
import { stageOn, sumGroup, weeksToOpen } from './compare.ts';
import { choiceFigure, comparisonFigure, leadSentence, spreadFigure } from './figures.ts';
import { measureSpread } from './spread.ts';
import type { ComparedLibrary, Slips, Vanguard } from './types.ts';

const NO_SLIPS: Slips = { openings: 0, medianDays: null, inTime: 0 };

const library = (more: Partial<ComparedLibrary> = {}): ComparedLibrary => ({
	...{ id: 1, slug: 'een', name: 'Een', mainTown: 'Eenstad', province: 'Drenthe' },
	...{ lat: 52, lon: 5, isVanguard: true, startedOn: '2019-03-01', openedOn: '2019-07-01' },
	...{ locations: 1, milestonesDone: 4, milestonesApplicable: 8, inhabitants: 1000, covered: 250 },
	...more
});

function vanguardOf(more: Partial<Vanguard> = {}): Vanguard {
	const members = [library()];
	return {
		view: parseView(new URLSearchParams({ peildatum: '2021-12-31' }), '2022-01-31').view,
		...{ today: '2022-01-31', demoData: false, stage: 'started', applied: 27, chosen: 15 },
		...{ events: [], members, spread: null, rounds: [] },
		groups: {
			vanguard: sumGroup(members, { openings: 1, medianDays: 3, inTime: 1 }),
			rest: sumGroup([library({ isVanguard: false, openedOn: null })], NO_SLIPS)
		},
		provinces: [{ name: 'Drenthe', chosen: 1, libraries: 4 }],
		...more
	};
}

describe('the days of the choice', () => {
	const days = {
		...{ call: '2019-01-29', closing: '2019-03-01', decision: '2019-04-15', start: '2019-07-01' }
	};

	it.each([
		['2019-01-28', 'before'],
		['2019-01-29', 'open'],
		['2019-03-01', 'open'],
		['2019-03-02', 'judging'],
		['2019-04-14', 'judging'],
		['2019-04-15', 'chosen'],
		['2019-07-01', 'started']
	])('on %s: %s', (day, stage) => {
		expect(stageOn(days, day)).toBe(stage);
	});

	it('tells before the choice that nobody was chosen, and no numbers', () => {
		const before = vanguardOf({ stage: 'judging', members: [], applied: null, chosen: null });
		expect(leadSentence(before)).toContain('Er was nog niemand gekozen');
		expect(choiceFigure(before).table.rows.map((row) => row[1])).toEqual([null, null, null, null]);
		expect(spreadFigure(before).sentence).toBe('Er was op deze dag nog niemand gekozen.');
		expect(comparisonFigure(before).sentence).toBe('Er was op deze dag nog niemand gekozen.');
	});
});

describe('the choice', () => {
	it('counts those that were not chosen without a name', () => {
		const figure = choiceFigure(vanguardOf());
		expect(figure.sentence).toBe(
			'27 bibliotheken meldden zich aan voor de kopgroep. 15 daarvan zijn gekozen, 12 niet.'
		);
		expect(figure.table.rows.map((row) => row.slice(1, 3))).toEqual([
			[27, 'niet vastgesteld in bron'],
			[15, 'bekendgemaakt'],
			[12, 'niet vastgesteld in bron'],
			[3, 'niet vastgesteld in bron']
		]);
	});
});

describe('weeks to the opening', () => {
	it('are whole weeks, rounded up, and unknown without a start or an opening', () => {
		expect(weeksToOpen(library())).toBe(18);
		expect(weeksToOpen(library({ openedOn: '2019-03-08' }))).toBe(1);
		expect(weeksToOpen(library({ openedOn: '2019-02-01' }))).toBe(0);
		expect(weeksToOpen(library({ startedOn: null }))).toBeNull();
		expect(weeksToOpen(library({ openedOn: null }))).toBeNull();
	});

	it('of a group run until half of it was open, with those that wait', () => {
		const opened = library({ openedOn: '2019-03-15' });
		const waiting = library({ openedOn: null });
		expect(sumGroup([opened, waiting], NO_SLIPS).medianWeeks).toBe(2);
		expect(sumGroup([opened, waiting, waiting], NO_SLIPS).medianWeeks).toBeNull();
		expect(sumGroup([opened, library({ startedOn: null })], NO_SLIPS)).toMatchObject({
			...{ libraries: 2, open: 2, started: 1, medianWeeks: 2 }
		});
	});

	it('say so when half is not open', () => {
		expect(comparisonFigure(vanguardOf()).sentence).toBe(
			'Van de kopgroep hebben 1 van de 1 bibliotheken een open informatiepunt, van de andere bibliotheken 0 van de 1. Tot de helft open was duurde het bij de kopgroep 18 weken, en bij de andere bibliotheken tot na deze dag.'
		);
		expect(comparisonFigure(vanguardOf()).table.rows[0]).toEqual([
			...['Kopgroep', 1, 1, 18, 1, 1, 3, 1, 0.5, 1000, 0.25]
		]);
	});
});

describe('the spread', () => {
	const grid = Array.from({ length: 10 }, (_, row) =>
		Array.from({ length: 10 }, (__, column) => ({ lat: 51 + row / 5, lon: 4 + column / 5 }))
	).flat();

	it('is above 1 for the corners of the land and below 1 for neighbours', () => {
		const corners = [grid[0]!, grid[9]!, grid[90]!, grid[99]!];
		const spread = measureSpread(corners, grid)!;
		expect(spread.ratio).toBeGreaterThan(1.5);
		expect(spread.shareCloser).toBe(1);
		const together = measureSpread([grid[0]!, grid[1]!, grid[10]!, grid[11]!], grid)!;
		expect(together.ratio).toBeLessThan(0.6);
		expect(together.shareCloser).toBeLessThan(0.05);
		// Two steps of a fifth of a degree: 13.9 km to the east.
		expect(together.meanKm).toBeCloseTo(14, 0);
	});

	it('is the same each time, and there is none of one place', () => {
		const four = grid.slice(0, 4);
		expect(measureSpread(four, grid)).toEqual(measureSpread(four, grid));
		expect(measureSpread([grid[0]!], grid)).toBeNull();
		expect(measureSpread(four, four)?.ratio).toBeCloseTo(1);
		expect(measureSpread([grid[0]!, grid[0]!], [grid[0]!, grid[0]!])).toBeNull();
	});
});
