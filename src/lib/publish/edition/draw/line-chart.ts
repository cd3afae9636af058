import { markRadii, shapePath } from '#lib/base/charts/look.ts';
import type { ChartPoint, ChartSeries, LineChart } from '#lib/base/charts/types.ts';
import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { valueText } from '#lib/base/charts/value-text.ts';
import { markup, type Html } from '../report/markup.ts';
import { dashOf, INKS, LINE, QUIET } from './ink.ts';
import { drawBands, drawGoals, drawIncomplete, drawMoments, drawPeriods } from './marks.ts';
import { WIDTH, xNumber, type Plane } from './plane.ts';
import { dayNumber, dayTicks, placeOf, roundTicks } from './scale.ts';

const HEIGHT = 380;
const PLOT = { left: 62, right: WIDTH - 18, top: 62, bottom: HEIGHT - 46 };

/** A line chart as SVG, named and described by the elements with these ids. */
export function drawLineChart(chart: LineChart, labelledBy: string, describedBy: string): Html {
	const values = [
		...chart.series.flatMap(({ points }) => points.map(({ y }) => y ?? 0)),
		...(chart.bands ?? []).flatMap(({ upper }) => upper.map(({ y }) => y ?? 0)),
		...(chart.goals ?? []).map(({ value }) => value ?? 0)
	];
	const ticks = roundTicks(0, chart.y.max ?? Math.max(1, ...values));
	const plane: Plane = {
		x: { ...xRange(chart), start: PLOT.left, end: PLOT.right },
		y: { from: 0, to: ticks.at(-1) ?? 1, start: PLOT.bottom, end: PLOT.top },
		top: PLOT.top,
		bottom: PLOT.bottom
	};
	return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${labelledBy}" aria-describedby="${describedBy}">${[
		drawPeriods(chart, plane),
		drawIncomplete(chart, plane),
		drawValueAxis(chart, ticks, plane),
		drawXAxis(chart, plane),
		drawMoments(chart, plane),
		drawBands(chart, plane),
		drawGoals(chart, plane),
		chart.series.map((series) => drawSeries(series, plane))
	]}</svg>`;
}

const isNewYear = (day: Day) => day.endsWith('-01-01');

function xRange({ x, series }: LineChart): { from: number; to: number } {
	const all = series.flatMap(({ points }) => points.map((point) => xNumber(point.x)));
	return {
		from: x.min === undefined ? Math.min(...all) : xNumber(x.min),
		to: x.max === undefined ? Math.max(...all) : xNumber(x.max)
	};
}

function drawValueAxis({ y }: LineChart, ticks: readonly number[], plane: Plane): Html {
	const lines = ticks.map((tick) => {
		const at = placeOf(tick, plane.y);
		return markup`<path d="M${PLOT.left} ${at}H${PLOT.right}" stroke="${LINE}"/><text x="${PLOT.left - 8}" y="${at + 4}" text-anchor="end" font-size="13" fill="${QUIET}">${valueText(tick, y.format)}</text>`;
	});
	return markup`${lines}<text x="4" y="14" font-size="13" fill="${QUIET}">${y.label}</text>`;
}

function drawXAxis({ x }: LineChart, plane: Plane): Html {
	const ticks =
		x.kind === 'number'
			? roundTicks(plane.x.from, plane.x.to, 8)
					.filter((tick) => tick <= plane.x.to)
					.map((tick) => ({ at: tick, text: String(tick) }))
			: dayTicks(plane.x.from, plane.x.to).map((day, _, all) => ({
					at: dayNumber(day),
					text: all.every(isNewYear) ? day.slice(0, 4) : formatShortDay(day, getLocale())
				}));
	const marks = ticks.map(({ at, text }) => {
		const place = placeOf(at, plane.x);
		return markup`<path d="M${place} ${PLOT.bottom}v6" stroke="${QUIET}"/><text x="${place}" y="${PLOT.bottom + 20}" text-anchor="middle" font-size="13" fill="${QUIET}">${text}</text>`;
	});
	return markup`<path d="M${PLOT.left} ${PLOT.bottom}H${PLOT.right}" stroke="${QUIET}"/>${marks}${x.label && markup`<text x="${PLOT.right}" y="${HEIGHT - 6}" text-anchor="end" font-size="13" fill="${QUIET}">${x.label}</text>`}`;
}

function drawSeries({ look, points, stepped = false }: ChartSeries, plane: Plane): Html {
	const ink = INKS[look.ink];
	const radii = markRadii(
		points.map(({ y }) => y),
		4.5
	);
	const marks = points.map(({ x, y }, index) => {
		const radius = radii[index] ?? 0;
		if (y === null || radius === 0) return null;
		const path = shapePath(look.shape, placeOf(xNumber(x), plane.x), placeOf(y, plane.y), radius);
		return markup`<path d="${path}" fill="#fff" stroke="${ink}" stroke-width="1.5"/>`;
	});
	const width = look.dash === 'solid' ? 2.5 : 2;
	return markup`<path d="${linePath(points, stepped, plane)}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-dasharray="${dashOf(look)}"/>${marks}`;
}

/** The path of a line; stepped, a value holds until the next, so nothing is interpolated. */
export function linePath(points: readonly ChartPoint[], stepped: boolean, plane: Plane): string {
	let open = false;
	return points
		.map((point) => {
			if (point.y === null) {
				open = false;
				return '';
			}
			const x = placeOf(xNumber(point.x), plane.x);
			const y = placeOf(point.y, plane.y);
			if (!open) {
				open = true;
				return `M${x} ${y}`;
			}
			return stepped ? `H${x}V${y}` : `L${x} ${y}`;
		})
		.join('');
}
