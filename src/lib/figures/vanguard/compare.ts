import { daysBetween, type Day } from '#lib/base/day/day.ts';
import type { ComparedLibrary, GroupNumbers, Slips, Stage } from './types.ts';

/** Whole weeks, rounded up, from the start of a library to its first opening; null without either. */
export function weeksToOpen({
	startedOn,
	openedOn
}: Pick<ComparedLibrary, 'startedOn' | 'openedOn'>): number | null {
	if (startedOn === null || openedOn === null) return null;
	return Math.max(0, Math.ceil(daysBetween(startedOn, openedOn) / 7));
}

/** Adds the libraries of a group up. Who has not opened counts among those of whom half has to open. */
export function sumGroup(libraries: readonly ComparedLibrary[], slips: Slips): GroupNumbers {
	const started = libraries.filter(({ startedOn }) => startedOn !== null);
	const weeks = started
		.map(weeksToOpen)
		.filter((one) => one !== null)
		.sort((a, b) => a - b);
	const sum = (of: (library: ComparedLibrary) => number) =>
		libraries.reduce((total, library) => total + of(library), 0);
	return {
		libraries: libraries.length,
		open: libraries.filter(({ openedOn }) => openedOn !== null).length,
		medianWeeks: started.length === 0 ? null : (weeks[Math.ceil(started.length / 2) - 1] ?? null),
		started: started.length,
		locations: sum(({ locations }) => locations),
		slips,
		milestonesDone: sum(({ milestonesDone }) => milestonesDone),
		milestonesApplicable: sum(({ milestonesApplicable }) => milestonesApplicable),
		inhabitants: Math.round(sum(({ inhabitants }) => inhabitants)),
		covered: Math.round(sum(({ covered }) => covered))
	};
}

/** The days of the choice; null when the timeline does not have one of them. */
export interface ChoiceDays {
	call: Day | null;
	closing: Day | null;
	decision: Day | null;
	start: Day | null;
}

/** How far the choice was on a day. Until the last day of applying somebody could still apply. */
export function stageOn({ call, closing, decision, start }: ChoiceDays, day: Day): Stage {
	if (start !== null && day >= start) return 'started';
	if (decision !== null && day >= decision) return 'chosen';
	if (closing !== null && day > closing) return 'judging';
	return call !== null && day < call ? 'before' : 'open';
}
