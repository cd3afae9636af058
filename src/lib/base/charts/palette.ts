import { chartInks, type ChartInk, type ChartPalette } from './types.ts';

/** Name of the token of the theme for a colour of charts. */
export const inkToken = (ink: ChartInk) => `--ido-chart-${ink}`;

/** The colours and the type of the theme, where an element stands. */
export function readPalette(element: Element): ChartPalette {
	const style = getComputedStyle(element);
	const token = (name: string) => style.getPropertyValue(name).trim();
	const inks = chartInks.map((ink): [ChartInk, string] => [ink, token(inkToken(ink))]);
	return {
		inks: Object.fromEntries(inks) as Record<ChartInk, string>,
		text: token('--ido-ink'),
		quiet: token('--ido-ink-soft'),
		line: token('--ido-line'),
		// Colours get an alpha by two more digits, so they have to have six.
		paper: '#ffffff',
		font: style.fontFamily
	};
}
