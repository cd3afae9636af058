import {
	changeOf,
	placeChange,
	selectionChange,
	serviceChange,
	type Change,
	type PointSide
} from './compare.ts';

/** The headline figures that are compared, in the order of the page. */
export const FIGURES = [
	'locations',
	'accessible',
	'outside',
	'organisations',
	'municipalities',
	'whiteSpots',
	'inhabitants'
] as const;
export type FigureName = (typeof FIGURES)[number];

/** Why a headline figure is another one: what happened, or another count of inhabitants. */
export type LineName = Change | 'population';

export interface Line {
	name: LineName;
	value: number;
}

/** A point that is otherwise in the second situation than in the first. */
export interface PointPair {
	before: PointSide | null;
	after: PointSide | null;
}

/** A library or municipality in one situation, as far as the filters let it through. */
export interface PlaceSide {
	key: string | number;
	/** Has a realised point. */
	open: boolean;
	inhabitants: number;
}

export interface Sides<Value> {
	before: Value;
	after: Value;
}

export interface ToExplain {
	points: readonly PointPair[];
	organisations: Sides<readonly PlaceSide[]>;
	municipalities: Sides<readonly PlaceSide[]>;
	/** Something is left out, so that a place can come into what is asked for and go from it. */
	filtered: boolean;
}

/** Per figure the lines that its difference is the sum of; a line of nothing is left out. */
export function explain(given: ToExplain): Record<FigureName, Line[]> {
	const { points, filtered } = given;
	const ofPoints = (counts: (side: PointSide) => boolean) =>
		addUp(points.map((point) => pointLine(point, counts)));
	const ofPlaces = (kind: PlaceKind, weigh: Weigh) =>
		addUp(placeLines(given[kind], { kind, points, filtered, weigh }));
	return {
		locations: ofPoints(({ realised, outsideLibrary }) => realised && !outsideLibrary),
		accessible: addUp(points.flatMap(accessibleLines)),
		outside: ofPoints(({ realised, outsideLibrary }) => realised && outsideLibrary),
		organisations: ofPlaces(
			'organisations',
			whenOpen(() => 1)
		),
		municipalities: ofPlaces(
			'municipalities',
			whenOpen(() => 1)
		),
		whiteSpots: ofPlaces('municipalities', ({ open }) => (open ? 0 : 1)),
		inhabitants: ofPlaces(
			'municipalities',
			whenOpen(({ inhabitants }) => inhabitants)
		)
	};
}

function addUp(lines: readonly Line[]): Line[] {
	const sums = new Map<LineName, number>();
	for (const { name, value } of lines) sums.set(name, (sums.get(name) ?? 0) + value);
	return [...sums].map(([name, value]) => ({ name, value })).filter(({ value }) => value !== 0);
}

function pointLine({ before, after }: PointPair, counts: (side: PointSide) => boolean): Line {
	const countOf = (side: PointSide | null) => (side?.shown && counts(side) ? 1 : 0);
	return { name: pointReason(before, after), value: countOf(after) - countOf(before) };
}

const isAccessible = ({ accessible, outsideLibrary }: PointSide) => accessible && !outsideLibrary;

/** What opened in between and is closed for a time by now, or works online, did both. */
function accessibleLines({ before, after }: PointPair): Line[] {
	const service = serviceChange(before, after);
	const isNew = after?.shown && !after.outsideLibrary && pointReason(before, after) === 'opened';
	if (!isNew || after.accessible || service === null) {
		return [pointLine({ before, after }, isAccessible)];
	}
	return [
		{ name: 'opened', value: 1 },
		{ name: service, value: -1 }
	];
}

/** The one reason that a point counts otherwise. */
function pointReason(before: PointSide | null, after: PointSide | null): Change {
	const selection = selectionChange(before, after);
	if (selection) return selection;
	const opening = before?.realised === after?.realised ? null : changeOf(before, after);
	return opening ?? placeChange(before, after) ?? serviceChange(before, after) ?? 'corrected';
}

type PlaceKind = 'organisations' | 'municipalities';
/** What a place adds to a figure. */
type Weigh = (place: PlaceSide) => number;

const whenOpen =
	(weigh: Weigh): Weigh =>
	(place) =>
		place.open ? weigh(place) : 0;

interface PlaceContext extends Pick<ToExplain, 'points' | 'filtered'> {
	kind: PlaceKind;
	weigh: Weigh;
}

const keyOf: Record<PlaceKind, (side: PointSide) => string | number> = {
	organisations: ({ libraryId }) => libraryId,
	municipalities: ({ municipalityCode }) => municipalityCode
};

function placeLines(sides: Sides<readonly PlaceSide[]>, context: PlaceContext): Line[] {
	const byKey = (places: readonly PlaceSide[]) => new Map(places.map((at) => [at.key, at]));
	const [before, after] = [byKey(sides.before), byKey(sides.after)];
	const keys = new Set([...before.keys(), ...after.keys()]);
	const valueOf = (place: PlaceSide | undefined) => (place ? context.weigh(place) : 0);
	return [...keys].flatMap((key) => {
		const [one, other] = [before.get(key), after.get(key)];
		const value = valueOf(other) - valueOf(one);
		return value === 0 ? [] : [{ name: placeReason(key, one, other, context), value }];
	});
}

function placeReason(
	key: string | number,
	one: PlaceSide | undefined,
	other: PlaceSide | undefined,
	{ kind, points, filtered }: PlaceContext
): LineName {
	if (one?.open && other?.open) return 'population';
	const gained = other?.open ?? false;
	const isHere = (side: PointSide | null) => side !== null && keyOf[kind](side) === key;
	const here = points.filter(({ before, after }) => {
		const side = gained ? after : before;
		return isHere(side) && side!.realised;
	});
	// What was open before and is open now came from another place, or went to one.
	const cameOver = here.some(
		({ before, after }) =>
			before?.realised && after?.realised && keyOf[kind](before) !== keyOf[kind](after)
	);
	if (cameOver) return 'merger';
	const reasons = here.map(({ before, after }) => changeOf(before, after));
	const wanted = gained ? 'opened' : 'closed';
	if (reasons.includes(wanted)) return wanted;
	if (reasons.includes('corrected')) return 'corrected';
	if (one && other) return 'corrected';
	if (!filtered) return 'merger';
	return gained ? 'entered' : 'left';
}
