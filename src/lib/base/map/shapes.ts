import { entriesOf } from './status-mix.ts';
import type { PointStatus, StatusMix } from './types.ts';

/**
 * The outline of the mark of a point, as SVG path data around (0, 0) with "radius" 1 scaled by `r`:
 * circle open, square temporarily closed, diamond online only (hollow when it was opened and is online
 * for now), triangle up planned (hollow when later than 90 days), triangle down plan passed (hollow when
 * withdrawn), ring not planned, cross closed for good.
 */
export function pointShape(status: PointStatus, x: number, y: number, r: number): string {
	const at = (dx: number, dy: number) => `${round(x + dx * r)} ${round(y + dy * r)}`;
	switch (status) {
		case 'realised':
		case 'not_planned':
			return `M${at(-1, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
		case 'temporarily_closed':
			return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}z`;
		case 'online_now':
		case 'online_only':
			return `M${at(0, -1.25)}L${at(1.25, 0)}L${at(0, 1.25)}L${at(-1.25, 0)}z`;
		case 'planned_90':
		case 'planned_later':
			return `M${at(0, -1.2)}L${at(1.15, 0.9)}L${at(-1.15, 0.9)}z`;
		case 'plan_overdue':
		case 'plan_withdrawn':
			return `M${at(0, 1.2)}L${at(1.15, -0.9)}L${at(-1.15, -0.9)}z`;
		case 'closed':
			return crossPath(at);
	}
}

/** A diagonal cross with arms a third of the radius thick, as an outline. */
function crossPath(at: (dx: number, dy: number) => string): string {
	const [arm, tip] = [0.35, 1.05];
	const corners: [number, number][] = [
		[0, -arm],
		[tip - arm, -tip],
		[tip, arm - tip],
		[arm, 0],
		[tip, tip - arm],
		[tip - arm, tip],
		[0, arm],
		[arm - tip, tip],
		[-tip, tip - arm],
		[-arm, 0],
		[-tip, arm - tip],
		[arm - tip, -tip]
	];
	return corners.map(([dx, dy], i) => `${i === 0 ? 'M' : 'L'}${at(dx, dy)}`).join('') + 'z';
}

/** Marks drawn as an outline only. */
export const isHollow = (status: PointStatus) =>
	status === 'online_now' ||
	status === 'planned_later' ||
	status === 'plan_withdrawn' ||
	status === 'not_planned';

export interface RingPart {
	status: PointStatus;
	path: string;
}

/** The ring around a cluster: one arc per status, as long as its share, starting at the top. */
export function mixRing(mix: StatusMix, x: number, y: number, r: number): RingPart[] {
	const entries = entriesOf(mix);
	const total = entries.reduce((sum, [, count]) => sum + count, 0);
	let before = 0;
	return entries.map(([status, count]) => {
		const start = before / total;
		before += count;
		return { status, path: arc(x, y, r, start, before / total) };
	});
}

/** An arc between two fractions of a turn, clockwise from the top. */
function arc(x: number, y: number, r: number, start: number, end: number): string {
	const point = (turn: number) => {
		const angle = turn * 2 * Math.PI;
		return `${round(x + r * Math.sin(angle))} ${round(y - r * Math.cos(angle))}`;
	};
	if (end - start > 0.999)
		return `M${point(0)}A${r} ${r} 0 1 1 ${point(0.5)}A${r} ${r} 0 1 1 ${point(0)}`;
	return `M${point(start)}A${r} ${r} 0 ${end - start > 0.5 ? 1 : 0} 1 ${point(end)}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
