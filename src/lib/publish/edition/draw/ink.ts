import { DASHES } from '#lib/base/charts/look.ts';
import type { ChartInk, SeriesLook } from '#lib/base/charts/types.ts';

/** The colours of charts as in the theme, which a file of its own cannot ask; a test keeps them equal. */
export const INKS: Record<ChartInk, string> = {
	teal: '#0b5a60',
	amber: '#9a5b00',
	blue: '#2b6c8f',
	violet: '#5b4a8e',
	red: '#a3231f',
	grey: '#5f6a68'
};

/** Colours of what is not a series. */
export const TEXT = '#17262a';
export const QUIET = '#4c5b5e';
export const LINE = '#ddd7c9';

/** The value of `stroke-dasharray` for a look; `none` is a whole line. */
export const dashOf = ({ dash }: SeriesLook): string => DASHES[dash].join(' ') || 'none';
