import { formatDay, formatWeekday, type Day } from '#lib/base/day/day.ts';
import { dayOfOtherWeekday } from '#lib/base/day/read-day.ts';
import { m } from '#lib/paraglide/messages.js';
import { rowLabel, warningText } from '#lib/work/update/labels.ts';
import type { Warning } from '#lib/work/update/warnings.ts';
import type { CellFault, GridLane } from './cell.ts';
import type { GridParams } from './types.ts';

export function laneLabel(lane: GridLane): string {
	return { plan: m.grid_lane_plan, forecast: m.grid_lane_forecast, done: m.grid_lane_done }[lane]();
}

export function captionOf(lane: GridLane): string {
	const captions = {
		...{ plan: m.grid_caption_plan, forecast: m.grid_caption_forecast },
		done: m.grid_caption_done
	};
	return captions[lane]();
}

export function showLabel(show: GridParams['show']): string {
	const labels = {
		...{ all: m.grid_show_all, libraries: m.grid_show_libraries },
		locations: m.grid_show_locations
	};
	return labels[show]();
}

/** The name of a cell: "Training, Bibliotheek Hengelo". */
export const cellLabel = (milestoneCode: string, name: string): string =>
	m.grid_cell({ milestone: rowLabel(milestoneCode), name });

/** A warning in as many words as a cell has room for. */
export function shortWarning(warning: Warning): string {
	switch (warning.code) {
		case 'done_before':
			return m.grid_warning_done_before({ milestone: rowLabel(warning.milestoneCode) });
		case 'planned_before':
			return m.grid_warning_planned_before({ milestone: rowLabel(warning.milestoneCode) });
		case 'after_last_start':
			return m.grid_warning_after_last_start();
		default:
			return warningText(warning);
	}
}

/** What is wrong with the text of a cell, in the language of the reader. */
export function faultText(fault: CellFault, text: string, locale: string): string {
	switch (fault) {
		case 'not_a_day':
			return m.update_problem_not_a_day();
		case 'other_weekday': {
			const day: Day | null = dayOfOtherWeekday(text.trim());
			if (day === null) return m.update_problem_not_a_day();
			return m.update_problem_other_weekday({
				day: formatDay(day, locale),
				weekday: formatWeekday(day, locale)
			});
		}
		case 'not_sensible':
			return m.update_problem_not_sensible();
		case 'in_future':
			return m.update_problem_in_future();
		case 'nothing_to_take':
			return m.grid_fault_nothing_to_take();
	}
}
