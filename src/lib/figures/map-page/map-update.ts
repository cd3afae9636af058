import type { MapCell, MapPoint, MapProvince } from '#lib/base/map/types.ts';

/** The map of a view without its outlines. */
export interface MapUpdate {
	/** Of the data that it was made of. */
	version: number;
	/** `boundary_set.id` of the outlines that belong to it. */
	boundarySet: number;
	cells: readonly MapCell[];
	provinces: readonly MapProvince[];
	/** Null when there are too many to give at once: ask per part of the map. */
	points: readonly MapPoint[] | null;
}

/** How a list follows from another one. */
interface ListChange<Item, Id> {
	/** Items that are new or not what they were. */
	changed: readonly Item[];
	/** All items in their order; absent when they are the same ones in the same order. */
	order?: readonly Id[];
}

/** How the map of a view follows from the map of the same view on another day: a step in time changes little. */
export interface MapChange {
	version: number;
	cells: ListChange<MapCell, string>;
	provinces: readonly MapProvince[];
	points: ListChange<MapPoint, number>;
}

/** What `/kaart/punten.json` answers: the whole map, or what changed since the one that the browser has. */
export type MapAnswer = { whole: MapUpdate } | { change: MapChange };

const codeOf = ({ code }: MapCell) => code;
const idOf = ({ id }: MapPoint) => id;

/** What to answer to who has `before`: the whole map where the one cannot follow from the other. */
export function answerTo(before: MapUpdate | null, after: MapUpdate): MapAnswer {
	const follows = before?.version === after.version && before.boundarySet === after.boundarySet;
	if (!follows || !before.points || !after.points) return { whole: after };
	return {
		change: {
			version: after.version,
			cells: listChange(before.cells, after.cells, codeOf),
			provinces: after.provinces,
			points: listChange(before.points, after.points, idOf)
		}
	};
}

/** The map after an answer; throws when it tells a change and there is nothing that could have changed. */
export function takeAnswer(before: MapUpdate | undefined, answer: MapAnswer): MapUpdate {
	if ('whole' in answer) return answer.whole;
	const { version, cells, provinces, points } = answer.change;
	if (!before?.points) throw new Error('A change of a map that is not here');
	return {
		...{ version, boundarySet: before.boundarySet, provinces },
		cells: changedList(before.cells, cells, codeOf),
		points: changedList(before.points, points, idOf)
	};
}

function listChange<Item, Id>(
	before: readonly Item[],
	after: readonly Item[],
	id: (item: Item) => Id
): ListChange<Item, Id> {
	const known = new Map(before.map((item) => [id(item), JSON.stringify(item)]));
	const changed = after.filter((item) => known.get(id(item)) !== JSON.stringify(item));
	const isSameOrder =
		before.length === after.length && after.every((item, at) => id(item) === id(before[at]!));
	return isSameOrder ? { changed } : { changed, order: after.map(id) };
}

function changedList<Item, Id>(
	before: readonly Item[],
	{ changed, order }: ListChange<Item, Id>,
	id: (item: Item) => Id
): Item[] {
	const items = new Map([...before, ...changed].map((item) => [id(item), item]));
	return (order ?? before.map(id)).flatMap((one) => items.get(one) ?? []);
}
