import type { Day } from '#lib/base/day/day.ts';
import { dayNumber, type Scale } from './scale.ts';

/** The width of every drawing, in its own units. */
export const WIDTH = 760;

/** Where the values of a chart stand in its drawing. */
export interface Plane {
	x: Scale;
	y: Scale;
	top: number;
	bottom: number;
}

/** A value of the x axis as a number. */
export const xNumber = (x: Day | number): number => (typeof x === 'string' ? dayNumber(x) : x);
