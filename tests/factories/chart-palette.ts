import type { ChartPalette } from '#lib/base/charts/types.ts';

const ink = '#000000';

/** Colours for charts that nobody looks at. */
export const palette: ChartPalette = {
	inks: { teal: ink, amber: ink, blue: ink, violet: ink, red: ink, grey: ink },
	text: ink,
	quiet: ink,
	line: ink,
	paper: '#ffffff',
	font: 'serif'
};
