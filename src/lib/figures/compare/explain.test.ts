import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointSide } from './compare.ts';
import { explain, FIGURES, type PlaceSide, type PointPair, type ToExplain } from './explain.ts';

const PLACES = [1, 2, 3];

/** Sides as the projection has them: only what is realised can be accessible. */
const anySide = fc
	.record({
		state: fc.constantFrom('planned', 'open', 'dicht', 'online', 'closed'),
		outsideLibrary: fc.boolean(),
		shown: fc.boolean(),
		municipality: fc.constantFrom(...PLACES),
		libraryId: fc.constantFrom(...PLACES)
	})
	.map(({ state, outsideLibrary, shown, municipality, libraryId }): PointSide => {
		const realised = ['open', 'dicht', 'online'].includes(state);
		const operations: Record<string, string> = {
			dicht: 'temporarily_closed',
			online: 'online_only',
			closed: 'permanently_closed'
		};
		return {
			realised,
			openedOn: realised ? '2020-05-01' : null,
			planOn: '2020-06-01',
			permanentlyClosed: state === 'closed',
			accessible: state === 'open',
			operation: operations[state] ?? null,
			outsideLibrary,
			municipalityCode: String(municipality),
			municipality: '',
			libraryId,
			library: '',
			shown
		};
	});
const orNone = fc.option(anySide, { nil: null });
const anyPair = fc.record({ before: orNone, after: orNone });
/** Which places there are, with their inhabitants. */
const anyPlaces = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.nat({ max: 90_000 }));

const sidesOf = (points: readonly PointPair[], side: 'before' | 'after') =>
	points.flatMap((point) => point[side] ?? []);

/** The places, open where a realised point stands. */
function placesOf(
	places: Record<string, number>,
	points: readonly PointSide[],
	keyOf: (point: PointSide) => string | number
): PlaceSide[] {
	return Object.entries(places).map(([key, inhabitants]) => {
		const open = points.some((point) => point.realised && String(keyOf(point)) === key);
		return { key: typeof keyOf(points[0] ?? EMPTY) === 'number' ? +key : key, open, inhabitants };
	});
}
const EMPTY = { municipalityCode: '', libraryId: 0 } as PointSide;

const library = ({ libraryId }: PointSide) => libraryId;
const municipality = ({ municipalityCode }: PointSide) => municipalityCode;

/** The figures as the headline counts them, from the points and places of one situation. */
function countOf({ points, organisations, municipalities }: ToExplain, at: 'before' | 'after') {
	const shown = sidesOf(points, at).filter((point) => point.shown);
	const covered = municipalities[at].filter(({ open }) => open);
	return {
		locations: shown.filter((point) => point.realised && !point.outsideLibrary).length,
		accessible: shown.filter((point) => point.accessible && !point.outsideLibrary).length,
		outside: shown.filter((point) => point.realised && point.outsideLibrary).length,
		organisations: organisations[at].filter(({ open }) => open).length,
		municipalities: covered.length,
		whiteSpots: municipalities[at].length - covered.length,
		inhabitants: covered.reduce((sum, { inhabitants }) => sum + inhabitants, 0)
	};
}

describe('why two headlines differ', () => {
	it('every difference is the sum of its lines, whatever happened', () => {
		const anything = fc.record({
			points: fc.array(anyPair, { maxLength: 12 }),
			places: fc.tuple(anyPlaces, anyPlaces),
			filtered: fc.boolean()
		});
		fc.assert(
			fc.property(anything, ({ points, places: [one, other], filtered }) => {
				const of = (keyOf: typeof library | typeof municipality) => ({
					before: placesOf(one, sidesOf(points, 'before'), keyOf),
					after: placesOf(other, sidesOf(points, 'after'), keyOf)
				});
				const given = {
					...{ points, filtered },
					...{ organisations: of(library), municipalities: of(municipality) }
				};
				const lines = explain(given);
				const [before, after] = [countOf(given, 'before'), countOf(given, 'after')];
				for (const figure of FIGURES) {
					const sum = lines[figure].reduce((total, { value }) => total + value, 0);
					expect(sum, figure).toBe(after[figure] - before[figure]);
					const names = lines[figure].map(({ name }) => name);
					expect(new Set(names).size, figure).toBe(names.length);
				}
			})
		);
	});

	const open: PointSide = {
		...{ realised: true, openedOn: '2020-05-01', planOn: '2020-05-01', permanentlyClosed: false },
		...{ accessible: true, operation: null, outsideLibrary: false, shown: true },
		...{ municipalityCode: 'old', municipality: 'Old', libraryId: 1, library: 'One' }
	};
	const place = (key: string, isOpen: boolean, inhabitants: number) => ({
		...{ key, open: isOpen, inhabitants }
	});

	it('two municipalities that become one are a merger, and the inhabitants of the open one are more', () => {
		const lines = explain({
			points: [{ before: open, after: { ...open, municipalityCode: 'new' } }],
			organisations: { before: [], after: [] },
			municipalities: {
				before: [place('old', true, 30_000), place('other', false, 20_000)],
				after: [place('new', true, 50_000)]
			},
			filtered: false
		});
		expect(lines.municipalities).toEqual([]);
		expect(lines.inhabitants).toEqual([{ name: 'merger', value: 20_000 }]);
	});

	it('a new municipality in which a point opened is opened', () => {
		const lines = explain({
			points: [{ before: null, after: { ...open, municipalityCode: 'new' } }],
			organisations: { before: [], after: [] },
			municipalities: { before: [place('old', false, 3)], after: [place('new', true, 5)] },
			filtered: false
		});
		expect(lines.municipalities).toEqual([{ name: 'opened', value: 1 }]);
		expect(lines.locations).toEqual([{ name: 'opened', value: 1 }]);
	});
});

describe('what is accessible', () => {
	const side = (said: Partial<PointSide>): PointSide => ({
		...{ realised: true, openedOn: '2021-05-01', planOn: null, permanentlyClosed: false },
		...{ accessible: true, operation: null, outsideLibrary: false, shown: true },
		...{ municipalityCode: 'GM1', municipality: '', libraryId: 1, library: '' },
		...said
	});
	const planned = side({ realised: false, accessible: false, openedOn: null });
	const closed = side({ accessible: false, operation: 'temporarily_closed' });
	const none = { before: [], after: [] };
	const linesOf = (points: PointPair[]) =>
		explain({ points, organisations: none, municipalities: none, filtered: false }).accessible;

	it('tells of what opened and closed in between that it did both', () => {
		const points = [
			{ before: planned, after: side({}) },
			{ before: planned, after: closed }
		];
		expect(linesOf(points)).toEqual([
			{ name: 'opened', value: 2 },
			{ name: 'temporarily_closed', value: -1 }
		]);
	});

	it('tells of what was open before only that it closed', () => {
		expect(linesOf([{ before: side({}), after: closed }])).toEqual([
			{ name: 'temporarily_closed', value: -1 }
		]);
	});
});
