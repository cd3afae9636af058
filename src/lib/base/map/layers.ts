import type { CellClass, MapLayers, PointStatus } from './types.ts';

/**
 * To which layer a class belongs: what is there (fact), what is promised (plan), or what is missing
 * (gaps). A passed plan is still a plan. The classes of a share have no layer and always show.
 */
export function layerOf(cls: CellClass | PointStatus): keyof MapLayers | undefined {
	switch (cls) {
		case 'realised':
		case 'temporarily_closed':
		case 'online_now':
		case 'closed':
			return 'fact';
		case 'plan_overdue':
		case 'planned_90':
		case 'planned_later':
			return 'plan';
		case 'online_only':
		case 'plan_withdrawn':
		case 'not_planned':
		case 'no_library':
		case 'unknown':
			return 'gaps';
		default:
			return undefined;
	}
}

/** Whether something of this class is coloured or drawn with these layers switched on. */
export function isShown(cls: CellClass | PointStatus, layers: MapLayers): boolean {
	const layer = layerOf(cls);
	return layer === undefined || layers[layer];
}

export const allLayers: MapLayers = { fact: true, plan: true, gaps: true };
