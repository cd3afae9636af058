import { barLength } from '#lib/base/charts/bar-length.ts';
import { breakLines } from '#lib/base/charts/break-lines.ts';
import { isStack, totalOf, totalText } from '#lib/base/charts/stack.ts';
import type { BarChart, SeriesLook } from '#lib/base/charts/types.ts';
import { valueText } from '#lib/base/charts/value-text.ts';
import { markup, type Html } from '../report/markup.ts';
import { dashOf, INKS, LINE, QUIET, TEXT } from './ink.ts';
import { WIDTH } from './plane.ts';
import { placeOf, roundTicks, type Scale } from './scale.ts';

const LABELS = 236;
/** Room behind the longest bar for its value. */
const VALUES = 62;
const TOP = 26;
const BAR = 15;
const GAP = 15;
/** How wide a figure of a value is, about. */
const DIGIT = 7;
/** Letters of a label that fit on one line. */
const LETTERS = 34;

/** Bars that lie down, one group per category, as SVG named and described by these ids. */
export function drawBarChart(chart: BarChart, labelledBy: string, describedBy: string): Html {
	const { categories, series, stacked = false, y } = chart;
	const isStacked = isStack(chart);
	const ends = isStacked
		? categories.map((_, index) => totalOf(chart, index))
		: series.flatMap(({ values }) => values.flatMap((value) => value ?? 0));
	const ticks = roundTicks(
		Math.min(0, ...ends),
		y.max ?? Math.max(...ends, y.format === 'share' ? 0.1 : 1),
		6
	);
	const scale: Scale = {
		from: ticks[0] ?? 0,
		to: ticks.at(-1) ?? 1,
		start: LABELS + 10,
		end: WIDTH - VALUES
	};
	const band = (stacked ? 1 : series.length) * BAR + GAP;
	const height = TOP + categories.length * band + 4;
	const grid = ticks.map((tick) => {
		const x = placeOf(tick, scale);
		return markup`<path d="M${x} ${TOP - 6}V${height}" stroke="${tick === 0 ? QUIET : LINE}"/><text x="${x}" y="14" text-anchor="middle" font-size="12" fill="${QUIET}">${valueText(tick, y.format)}</text>`;
	});
	const groups = categories.map((category, index) => {
		const top = TOP + index * band + GAP / 2;
		const place = { scale, top, format: y.format };
		const bars = isStacked
			? drawStack(chart, index, place)
			: series.map(({ look, values }, at) => {
					const value = values[index] ?? null;
					// In the line of another series a bar without length says nothing.
					if (value === null || (stacked && value === 0)) return null;
					return drawBar(value, look, { ...place, top: top + (stacked ? 0 : at * BAR) });
				});
		return markup`${drawLabel(category, top + (band - GAP) / 2)}${bars}`;
	});
	return markup`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${labelledBy}" aria-describedby="${describedBy}">${grid}${groups}</svg>`;
}

function drawLabel(category: string, middle: number): Html {
	const lines = breakLines(category, (line) => line.length <= LETTERS).slice(0, 2);
	const first = middle + 4 - (lines.length - 1) * 6.5;
	return markup`${lines.map((line, index) => markup`<text x="${LABELS}" y="${first + index * 13}" text-anchor="end" font-size="13" fill="${TEXT}">${line}</text>`)}`;
}

interface Place {
	scale: Scale;
	top: number;
	format: BarChart['y']['format'];
}

/** Parts one behind the other, each with its value where that fits, and the total at the end. */
function drawStack(chart: BarChart, index: number, place: Place): Html {
	let from = 0;
	const parts = chart.series.map(({ look, values }) => {
		const part: [number, number] = [from, from + barLength(values[index])];
		from = part[1];
		if (part[0] === part[1]) return null;
		const [left, right] = [placeOf(part[0], place.scale), placeOf(part[1], place.scale)];
		const text = valueText(part[1] - part[0], place.format);
		if (right - left < text.length * DIGIT + 6) return drawRect(part, look, place);
		const ink = look.dash === 'solid' ? '#fff' : TEXT;
		return markup`${drawRect(part, look, place)}<text x="${(left + right) / 2}" y="${place.top + 12}" text-anchor="middle" font-size="12" fill="${ink}">${text}</text>`;
	});
	return markup`${parts}${drawBehind(totalText(chart, index), placeOf(from, place.scale), place)}`;
}

function drawBar(value: number | [number, number], look: SeriesLook, place: Place): Html {
	const bar: [number, number] = typeof value === 'number' ? [0, value] : value;
	const [from, to] = bar;
	const end = placeOf(Math.max(from, to), place.scale);
	return markup`${drawRect(bar, look, place)}${drawBehind(valueText(to - from, place.format), end, place)}`;
}

const drawBehind = (text: string, end: number, { top }: Place) =>
	markup`<text x="${end + 6}" y="${top + 12}" font-size="12" fill="${TEXT}">${text}</text>`;

/** Whole lines are filled, others only outlined, so that series differ without colour too. */
function drawRect([from, to]: [number, number], look: SeriesLook, { scale, top }: Place): Html {
	const left = placeOf(Math.min(from, to), scale);
	const right = placeOf(Math.max(from, to), scale);
	const ink = INKS[look.ink];
	const fill = look.dash === 'solid' ? ink : '#fff';
	const width = Math.max(0, Math.round((right - left) * 10) / 10);
	return markup`<rect x="${left}" y="${top + 1}" width="${width}" height="${BAR - 2}" fill="${fill}" stroke="${ink}" stroke-width="1.2" stroke-dasharray="${look.dash === 'solid' ? 'none' : dashOf(look)}"/>`;
}
