import { daysBetween, formatShortDay, type Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import { isOverdue } from '#lib/ledger/milestone/lateness.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import { m } from '#lib/paraglide/messages.js';
import type { GridLane } from './cell.ts';
import type { GridCell } from './types.ts';

/** Where a milestone stands, as a cell needs it. */
export interface MilestoneStanding {
	basedOn: number;
	planOn: Day | null;
	/** The first plan ever: its entry, and the day that it aimed at. */
	firstEvent: number | null;
	firstOn: Day | null;
	forecastOn: Day | null;
	status: string | null;
	statusOn: Day | null;
	statusEvent: number | null;
	datePrecision: DatePrecision | null;
	/** True at a location that is closed for good. */
	ended: boolean;
}

/** A cell of a table, without its warnings: what stands in it, the rest small below it, and whether it can be filled in. */
export function cellOf(
	key: string,
	lane: GridLane,
	standing: MilestoneStanding | undefined,
	today: Day,
	locale: string
): Omit<GridCell, 'warnings'> {
	if (!standing) {
		const nothing = { basedOn: null, was: null, entry: null };
		return { key, ...nothing, text: '', notes: [], look: null, closed: null };
	}
	const { planOn, forecastOn, firstEvent, statusEvent, basedOn } = standing;
	const done = standing.status === 'achieved';
	const doneOn = done ? standing.statusOn : null;
	const was = { plan: planOn, forecast: forecastOn, done: doneOn }[lane];
	const entry = { plan: firstEvent, forecast: null, done: done ? statusEvent : null }[lane];
	const status = standing.status === 'open' ? null : standing.status;
	const late = isOverdue({ planOn, forecastOn, status }, today);
	const closed = closedBecause(lane, standing);
	return {
		...{ key, basedOn, was, entry, closed },
		text:
			closed === 'imprecise' && was !== null
				? formatPreciseDay(was, standing.datePrecision!, locale)
				: was === null
					? ''
					: formatShortDay(was, locale),
		notes: notesOf(lane, standing, late, locale),
		look: done ? 'done' : late ? 'late' : null
	};
}

function closedBecause(lane: GridLane, standing: MilestoneStanding): GridCell['closed'] {
	const done = standing.status === 'achieved';
	if (lane !== 'done') {
		if (done) return 'done';
		if (standing.ended) return 'ended';
		return standing.status === 'not_applicable' ? 'not_applicable' : null;
	}
	return done && standing.datePrecision !== 'day' ? 'imprecise' : null;
}

function notesOf(
	lane: GridLane,
	{ planOn, firstOn, forecastOn, status, statusOn, datePrecision }: MilestoneStanding,
	late: boolean,
	locale: string
): string[] {
	const done = status === 'achieved' && statusOn !== null;
	const short = (day: Day) => formatShortDay(day, locale);
	const notes: string[] = [];
	if (lane !== 'plan' && planOn !== null) notes.push(m.grid_note_plan({ on: short(planOn) }));
	if (lane !== 'forecast' && forecastOn !== null && !done) {
		notes.push(m.grid_note_forecast({ on: short(forecastOn) }));
	}
	if (lane !== 'done' && done) {
		const precise = datePrecision === null || datePrecision === 'day';
		const on = precise ? short(statusOn) : formatPreciseDay(statusOn, datePrecision, locale);
		notes.push(m.grid_note_done({ on }));
	}
	if (status === 'on_hold') notes.push(m.grid_note_on_hold());
	if (status === 'not_applicable') notes.push(m.grid_note_not_applicable());
	if (late) notes.push(m.grid_note_late());
	const reached = done ? statusOn : planOn;
	if (firstOn !== null && reached !== null && firstOn !== reached) {
		const days = daysBetween(firstOn, reached);
		notes.push(m.grid_note_slip({ days: days > 0 ? `+${days}` : `−${-days}` }));
	}
	return notes;
}
