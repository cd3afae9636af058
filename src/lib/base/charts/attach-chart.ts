import type { Attachment } from 'svelte/attachments';
import type { DrawnChart } from './draw-chart.ts';
import type { ChartSpec } from './types.ts';

/**
 * Width in pixels that a chart is drawn at for paper. The sheet shrinks it to its 700 pixels, and so
 * its words to the size of those around it.
 */
const SHEET = 900;

/**
 * Draws a chart on the canvas that it is attached to; Chart.js is fetched only then. Made anew when
 * the chart changes. `told` hears whether it worked: without it the table stands alone.
 */
export function chart(
	spec: ChartSpec,
	told: (drawn: boolean) => void
): Attachment<HTMLCanvasElement> {
	return (canvas) => {
		let gone = false;
		let drawn: DrawnChart | undefined;
		void import('./draw-chart.ts')
			.then(({ drawChart }) => {
				if (gone) return;
				drawn = drawChart(canvas, spec);
				told(true);
			})
			.catch(() => told(false));
		const onPaper = () => drawn?.fit(Math.min(SHEET, canvas.clientWidth));
		const onScreen = () => drawn?.fit();
		window.addEventListener('beforeprint', onPaper);
		window.addEventListener('afterprint', onScreen);
		return () => {
			gone = true;
			window.removeEventListener('beforeprint', onPaper);
			window.removeEventListener('afterprint', onScreen);
			drawn?.destroy();
		};
	};
}
