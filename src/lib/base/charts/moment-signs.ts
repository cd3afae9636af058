import type { LineChart } from './types.ts';
import { xValue } from './x-value.ts';

/** Pixels that a sign takes. */
export const SIGN = { width: 28, height: 18 };
const MOST_ROWS = 6;

/**
 * The row (from 0) on which each sign of a moment stands, so that neighbours do not cover each
 * other. `places` are shares of the axis, 0–1, in order; `room` is the share that a sign takes.
 */
export function signRows(places: readonly number[], room: number): number[] {
	const lastOfRow: number[] = [];
	return places.map((place) => {
		const free = lastOfRow.findIndex((last) => place - last >= room);
		const row = free >= 0 ? free : lastOfRow.length < MOST_ROWS ? lastOfRow.length : 0;
		lastOfRow[row] = place;
		return row;
	});
}

/** The row of each moment of a chart that is so many pixels wide. */
export function rowsOfSigns({ x, moments = [] }: LineChart, width: number): number[] {
	const from = xValue(x.min ?? moments[0]?.on ?? 0);
	const length = Math.max(1, xValue(x.max ?? moments.at(-1)?.on ?? 1) - from);
	const places = moments.map(({ on }) => (xValue(on) - from) / length);
	return signRows(places, SIGN.width / Math.max(1, width));
}
