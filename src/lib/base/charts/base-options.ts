import type { ChartPalette, ValueAxis } from './types.ts';
import { valueText } from './value-text.ts';

/**
 * What all charts share: they fill their box, do not move, and write in the type of the page. The
 * legend is not Chart.js's own: it stands in the page, where everybody can read it.
 */
export function baseOptions(palette: ChartPalette, y: ValueAxis, small = false) {
	const font = (size: number) => ({ family: palette.font, size });
	return {
		options: {
			animation: false as const,
			responsive: true,
			maintainAspectRatio: false
		},
		plugins: {
			legend: { display: false },
			tooltip: {
				backgroundColor: palette.paper,
				borderColor: palette.line,
				borderWidth: 1,
				titleColor: palette.text,
				bodyColor: palette.text,
				titleFont: { ...font(13), weight: 'bold' as const },
				bodyFont: font(13),
				displayColors: false,
				padding: 10
			}
		},
		valueAxis: {
			type: 'linear' as const,
			beginAtZero: true,
			...(y.max === undefined ? {} : { max: y.max }),
			grid: { color: palette.line },
			border: { display: false },
			title: { display: !small, text: y.label, color: palette.quiet, font: font(13) },
			ticks: {
				color: palette.quiet,
				maxTicksLimit: small ? 4 : 8,
				font: font(small ? 11 : 13),
				...(y.format === 'share' ? {} : { precision: 0 }),
				...(small && y.max !== undefined ? { stepSize: y.max / 2 } : {}),
				callback: (value: string | number) => valueText(Number(value), y.format)
			}
		}
	};
}
