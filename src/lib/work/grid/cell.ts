import { FIRST_DAY, LAST_DAY } from '#lib/base/as-of/as-of.ts';
import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { dayOfOtherWeekday, readDay } from '#lib/base/day/read-day.ts';

/** What a table shows and records in its cells. */
export const GRID_LANES = ['plan', 'forecast', 'done'] as const;
export type GridLane = (typeof GRID_LANES)[number];

/** What a cell was when it was filled in. */
export interface CellBase {
	/** The newest entry of the milestone. */
	basedOn: number | null;
	/** The day that stood there. */
	was: Day | null;
	/** The entry behind it: of `done` the one that says so, of `plan` the first plan ever. */
	entry: number | null;
}

/** Why a cell cannot be read, as far as that is known without the server. */
export type CellFault =
	'not_a_day' | 'other_weekday' | 'not_sensible' | 'in_future' | 'nothing_to_take';

export type CellAct =
	'plan' | 'withdraw_plan' | 'forecast' | 'withdraw_forecast' | 'achieve' | 'correct' | 'undo';

/** What somebody means by the text of a cell. */
export type CellReading =
	| { kind: 'none' }
	| { kind: 'fault'; fault: CellFault }
	| { kind: 'act'; act: CellAct; day: Day | null };

const DASH = /^[-–—−]$/;
/** How a dash is shown. */
export const TAKE_AWAY = '–';

const TAKING: Record<GridLane, CellAct> = {
	plan: 'withdraw_plan',
	forecast: 'withdraw_forecast',
	done: 'undo'
};

/**
 * The act that a text in a cell asks for: a day is recorded (or puts right what is done), a dash takes
 * away what stands there, and an empty cell, or the same day, leaves it alone.
 */
export function readCell(
	lane: GridLane,
	{ was, entry }: CellBase,
	text: string,
	today: Day
): CellReading {
	const written = text.trim();
	if (written === '') return { kind: 'none' };
	if (DASH.test(written)) {
		if (was === null) return { kind: 'fault', fault: 'nothing_to_take' };
		return { kind: 'act', act: TAKING[lane], day: null };
	}
	const day = readDay(written);
	if (day === null) {
		const fault = dayOfOtherWeekday(written) === null ? 'not_a_day' : 'other_weekday';
		return { kind: 'fault', fault };
	}
	if (day === was) return { kind: 'none' };
	if (day < FIRST_DAY || day > LAST_DAY) return { kind: 'fault', fault: 'not_sensible' };
	if (lane !== 'done') return { kind: 'act', act: lane, day };
	if (day > today) return { kind: 'fault', fault: 'in_future' };
	return { kind: 'act', act: was !== null && entry !== null ? 'correct' : 'achieve', day };
}

/** The text of a cell as the table writes it: days in one way, a dash as one dash. */
export function tidyCell(text: string, locale: string): string {
	const written = text.trim();
	if (DASH.test(written)) return TAKE_AWAY;
	const day = readDay(written);
	return day === null ? written : formatShortDay(day, locale);
}

/** The same as a spreadsheet reads it: a day as `31-12-2021`. */
export function copiedCell(text: string): string {
	const day = readDay(text);
	if (day === null) return text === TAKE_AWAY ? '-' : text;
	const [year, month, date] = day.split('-');
	return `${date}-${month}-${year}`;
}
