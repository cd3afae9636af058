import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { MILESTONES } from '#lib/ledger/milestone/milestone.ts';
import { BOARD_PHASES, nextStep, phaseOf, phaseOfPoint, type PointSteps } from './phase.ts';

const codes = (level: string) =>
	MILESTONES.filter((one) => one.level === level).map(({ code }) => code);
const OF_LIBRARY = codes('library');
const OF_POINT = codes('information_point');

const point = (done: readonly string[], of: Partial<PointSteps> = {}): PointSteps => ({
	...{ id: 1, done, opened: done.includes('opening'), closed: false },
	...of
});

describe('the phase of a library', () => {
	it.each([
		['nothing recorded', [], [], 'aanvraag'],
		['applied and granted', ['aanvraag', 'beschikking'], [], 'voorbereiding'],
		[
			'prepared, without a location of which the variant is chosen',
			['aanvraag', 'beschikking', 'projectplan', 'netwerk'],
			[],
			'voorbereiding'
		],
		[
			'prepared',
			['aanvraag', 'beschikking', 'projectplan', 'netwerk'],
			[point(['variant'])],
			'inrichting'
		],
		[
			'only the opening to go',
			OF_LIBRARY.filter((code) => code !== 'borging'),
			[point(OF_POINT.filter((code) => code !== 'opening' && code !== 'registratie'))],
			'opening'
		],
		['open, the embedding to go', OF_LIBRARY.slice(0, -1), [point(OF_POINT)], 'borging'],
		['everything done', OF_LIBRARY, [point(OF_POINT)], 'gereed'],
		// A library of the kopgroep opened long before anybody recorded its application.
		['open, earlier steps never recorded', [], [point(['opening'])], 'borging'],
		[
			'open, and a later location is only planned',
			OF_LIBRARY,
			[point([], { id: 2 }), point(OF_POINT)],
			'gereed'
		],
		[
			'its only location closed for good',
			OF_LIBRARY,
			[point(OF_POINT, { opened: false, closed: true })],
			'voorbereiding'
		]
	] as const)('%s', (_, done, points, phase) => {
		expect(phaseOf({ done, points })).toBe(phase);
	});

	it('never goes back when one more step is taken', () => {
		const steps = fc.record({
			done: fc.subarray(OF_LIBRARY),
			ofPoint: fc.subarray(OF_POINT),
			next: fc.constantFrom(...MILESTONES)
		});
		fc.assert(
			fc.property(steps, ({ done, ofPoint, next }) => {
				const before = phaseOf({ done, points: [point(ofPoint)] });
				const after =
					next.level === 'library'
						? phaseOf({ done: [...done, next.code], points: [point(ofPoint)] })
						: phaseOf({ done, points: [point([...ofPoint, next.code])] });
				expect(BOARD_PHASES.indexOf(after)).toBeGreaterThanOrEqual(BOARD_PHASES.indexOf(before));
			})
		);
	});
});

describe('the next step', () => {
	it('is one of the location that is furthest, never of a later one', () => {
		const done = OF_LIBRARY;
		const points = [point([], { id: 9 }), point(['variant', 'inrichting'], { id: 4 })];
		expect(nextStep({ done, points })).toEqual({ milestoneCode: 'gids', pointId: 4 });
		// An open one leads, also when another has more behind it.
		const open = point(['opening'], { id: 7 });
		const further = point(['variant', 'inrichting', 'gids', 'communicatie'], { id: 3 });
		expect(nextStep({ done, points: [further, open] })).toEqual({
			...{ milestoneCode: 'variant', pointId: 7 }
		});
		expect(nextStep({ done: [], points })).toEqual({ milestoneCode: 'aanvraag', pointId: null });
		expect(nextStep({ done, points: [] })).toEqual({ milestoneCode: 'variant', pointId: null });
		expect(nextStep({ done, points: [point(OF_POINT)] })).toBeNull();
	});
});

it.each([
	[point([]), 'voorbereiding'],
	[point(['variant']), 'inrichting'],
	[point(['variant', 'opening']), 'borging'],
	[point(OF_POINT), 'gereed']
] as const)('a location has a phase by itself', (one, phase) => {
	expect(phaseOfPoint(one)).toBe(phase);
});
