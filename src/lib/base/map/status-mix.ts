import {
	pointStatuses,
	type MapCluster,
	type MapPoint,
	type PointStatus,
	type StatusMix
} from './types.ts';

/** The statuses that occur in a mix with their counts, in the order of the legend. */
export function entriesOf(mix: StatusMix): [PointStatus, number][] {
	return pointStatuses.flatMap((status): [PointStatus, number][] => {
		const count = mix[status] ?? 0;
		return count > 0 ? [[status, count]] : [];
	});
}

/** How many points there are of each status. */
export function countStatuses(points: readonly Pick<MapPoint, 'status'>[]): StatusMix {
	const mix: StatusMix = {};
	for (const { status } of points) mix[status] = (mix[status] ?? 0) + 1;
	return mix;
}

export const isCluster = (item: MapPoint | MapCluster): item is MapCluster => 'mix' in item;

/** The number that a cluster shows: how many of its points are open. Its ring shows the whole mix. */
export const openIn = (mix: StatusMix): number => mix.realised ?? 0;
