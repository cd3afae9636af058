import type { MapCell, MapPoint, MapProvince } from '#lib/base/map/types.ts';

/** What `/kaart/punten.json` answers: the map of a view without its outlines. */
export interface MapUpdate {
	/** `boundary_set.id` of the outlines that belong to it. */
	boundarySet: number;
	cells: readonly MapCell[];
	provinces: readonly MapProvince[];
	/** Null when there are too many to give at once: ask per part of the map. */
	points: readonly MapPoint[] | null;
}
