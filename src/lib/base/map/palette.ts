import type { RolloutStatus } from '#lib/base/status/rollout-status.ts';
import { ROLLOUT_STATUSES } from '#lib/base/status/rollout-status.ts';
import { pointStatuses, shareClasses, type CellClass, type PointStatus } from './types.ts';

/** How a pattern is drawn over the colour of a class, so that colour never speaks alone. */
export type Texture =
	| 'plain'
	| 'hatch'
	| 'hatch-back'
	| 'stripes'
	| 'grid'
	| 'dots'
	| 'dots-sparse'
	| 'lines'
	| 'lines-dense'
	| 'crosses';

export interface Paint {
	fill: string;
	/** Colour of the texture. */
	ink: string;
	texture: Texture;
}

/**
 * Colours by class, the same on every date. Chosen to stay apart for the common forms of colour
 * blindness: lightness differs where hue does not, and each class has its own texture. palette.css
 * repeats the values as custom properties (palette.test.ts compares them).
 */
export const cellPaints: Record<CellClass, Paint> = {
	realised: { fill: '#12636b', ink: '#12636b', texture: 'plain' },
	temporarily_closed: { fill: '#5a9ba0', ink: '#e9f4f4', texture: 'stripes' },
	online_now: { fill: '#86b9a4', ink: '#1f5f57', texture: 'grid' },
	online_only: { fill: '#a99bc9', ink: '#4b3b78', texture: 'grid' },
	plan_overdue: { fill: '#ef9a4a', ink: '#8a3d05', texture: 'hatch' },
	planned_90: { fill: '#8cc3dc', ink: '#2b6c8f', texture: 'hatch-back' },
	planned_later: { fill: '#d3e8f2', ink: '#4f8fae', texture: 'dots-sparse' },
	plan_withdrawn: { fill: '#f2dccb', ink: '#a0693f', texture: 'crosses' },
	not_planned: { fill: '#efe8d6', ink: '#efe8d6', texture: 'plain' },
	no_library: { fill: '#cfcdc6', ink: '#6f6d66', texture: 'dots' },
	unknown: { fill: '#e6e5e1', ink: '#8b8983', texture: 'crosses' },
	share_1: { fill: '#f0f4ee', ink: '#f0f4ee', texture: 'plain' },
	share_2: { fill: '#c9e0da', ink: '#5d9a90', texture: 'dots-sparse' },
	share_3: { fill: '#93c4bd', ink: '#3d8580', texture: 'lines' },
	share_4: { fill: '#4c9796', ink: '#124f54', texture: 'lines-dense' },
	share_5: { fill: '#12555c', ink: '#12555c', texture: 'plain' },
	no_value: { fill: '#dddbd5', ink: '#7c7a73', texture: 'dots' }
};

/** Colours of the marks of information points; their shapes are in shapes.ts. */
export const pointFills: Record<PointStatus, string> = {
	realised: '#0a4a50',
	temporarily_closed: '#3f8086',
	online_now: '#1f6f5f',
	online_only: '#5b4a8e',
	plan_overdue: '#b4540a',
	planned_90: '#2b6c8f',
	planned_later: '#4c8aa9',
	plan_withdrawn: '#8a5a3c',
	not_planned: '#8b8983',
	closed: '#3a3a3a'
};

/** Lines and text of the map. */
export const inks = {
	paper: '#ffffff',
	text: '#1d2b33',
	border: '#ffffff',
	coast: '#33505a',
	off: '#f7f6f2'
};

/** Every class a cell can have, in the order of the legend. */
export const cellClasses: readonly CellClass[] = [...ROLLOUT_STATUSES, ...shareClasses];

/** Names and values of the custom properties of palette.css. */
export function paletteProperties(): [name: string, value: string][] {
	return [
		...cellClasses.flatMap((cls): [string, string][] => [
			[`--map-${cls}`, cellPaints[cls].fill],
			[`--map-${cls}-ink`, cellPaints[cls].ink]
		]),
		...pointStatuses.map((status): [string, string] => [
			`--map-point-${status}`,
			pointFills[status]
		]),
		...Object.entries(inks).map(([name, value]): [string, string] => [`--map-${name}`, value])
	];
}

/** Whether a class is one of the statuses (and so has a layer). */
export function isRolloutStatus(cls: CellClass): cls is RolloutStatus {
	return ROLLOUT_STATUSES.some((status) => status === cls);
}
