import { shapePath } from '#lib/base/charts/look.ts';
import type { ChartGoal, ChartPoint, LineChart } from '#lib/base/charts/types.ts';
import { markup, type Html } from '../report/markup.ts';
import { INKS, QUIET, TEXT } from './ink.ts';
import { xNumber, type Plane } from './plane.ts';
import { placeOf } from './scale.ts';

/** Periods, such as lockdowns, as grey areas behind everything. */
export function drawPeriods({ periods = [] }: LineChart, plane: Plane): Html {
	return markup`${periods.map(({ from, to }) => {
		const x = placeOf(xNumber(from), plane.x);
		const width = Math.max(1, placeOf(xNumber(to), plane.x) - x);
		return markup`<rect x="${x}" y="${plane.top}" width="${round(width)}" height="${plane.bottom - plane.top}" fill="#5f6a68" fill-opacity="0.13"/>`;
	})}`;
}

/** Spaces between two lines, such as the fan of a forecast. */
export function drawBands({ bands = [] }: LineChart, plane: Plane): Html {
	const at = ({ x, y }: ChartPoint) =>
		`${placeOf(xNumber(x), plane.x)} ${placeOf(y ?? 0, plane.y)}`;
	return markup`${bands.map(({ ink, lower, upper }) => {
		const outline = [...upper, ...lower.toReversed()].map(at).join('L');
		return markup`<path d="M${outline}Z" fill="${INKS[ink]}" fill-opacity="0.16"/>`;
	})}`;
}

/** Days of which not everything is known yet: hatched, with a mark at their start. */
export function drawIncomplete({ incomplete }: LineChart, plane: Plane): Html | null {
	if (!incomplete) return null;
	const from = placeOf(xNumber(incomplete.from), plane.x);
	const to = Math.max(from + 4, placeOf(xNumber(incomplete.to), plane.x));
	const lines: string[] = [];
	for (let y = plane.top; y < plane.bottom; y += 8)
		lines.push(`M${from} ${y + 8}L${round(to)} ${y}`);
	return markup`<path d="${lines.join('')}M${from} ${plane.top}V${plane.bottom}" fill="none" stroke="${TEXT}" stroke-width="0.8"/>`;
}

/** Room that the number of a moment takes. */
const SIGN = 15;

/** Moments as numbered lines; a number that would stand on another goes a row higher. */
export function drawMoments({ moments = [] }: LineChart, plane: Plane): Html {
	const ends = [-Infinity, -Infinity, -Infinity];
	return markup`${moments.map(({ on, sign }) => {
		const x = placeOf(xNumber(on), plane.x);
		const row = Math.max(
			0,
			ends.findIndex((end) => x - end >= SIGN)
		);
		ends[row] = x;
		const y = plane.top - 3 - row * 13;
		return markup`<path d="M${x} ${plane.top}V${plane.bottom}" stroke="${QUIET}" stroke-width="0.7" stroke-dasharray="1 3"/><text x="${x}" y="${y}" text-anchor="middle" font-size="11" fill="${TEXT}">${sign}</text>`;
	})}`;
}

/** Goals: a dotted line from their announcement to the day they are due, with a diamond at its end. */
export function drawGoals({ goals = [] }: LineChart, plane: Plane): Html {
	// Goals without a number are named at the top, each on a line of its own.
	let line = 0;
	return markup`${goals.map((goal) => {
		const x = placeOf(xNumber(goal.to), plane.x);
		if (goal.value === null)
			return markup`<path d="M${x} ${plane.top}V${plane.bottom}" stroke="${INKS.red}" stroke-width="1.5" stroke-dasharray="2 3"/>${goalName(goal, x, plane.top + 13 + line++ * 15)}`;
		const y = placeOf(goal.value, plane.y);
		return markup`<path d="M${placeOf(xNumber(goal.from), plane.x)} ${y}H${x}" stroke="${INKS.red}" stroke-width="1.5" stroke-dasharray="2 3"/><path d="${shapePath('diamond', x, y, 5)}" fill="${INKS.red}"/>${goalName(goal, x, y - 7)}`;
	})}`;
}

/** Before its line, so that it does not stick out; with a white edge, so that it reads over lines. */
function goalName({ label }: ChartGoal, x: number, y: number): Html {
	return markup`<text x="${x - 8}" y="${y}" text-anchor="end" font-size="12" fill="${INKS.red}" stroke="#fff" stroke-width="3" paint-order="stroke">${label}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
