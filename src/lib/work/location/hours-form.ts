import { z } from 'zod';
import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { readId } from '#lib/base/form/read-id.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { LONGEST_NOTE } from '#lib/base/form/text-lengths.ts';
import { HOURS_KINDS, type Spells, type WeekHours } from '#lib/network/opening-hours/hours.ts';
import { readHours, type HoursProblem } from '#lib/network/opening-hours/read-hours.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayField } from './day-field.ts';

const LONGEST_EXCEPTION_NAME = 100;
const LONGEST_AHEAD = 366;

/** The fields of the days, Monday first. */
export const DAY_FIELDS = ['day1', 'day2', 'day3', 'day4', 'day5', 'day6', 'day7'] as const;

const PROBLEMS: Record<HoursProblem, () => string> = {
	unreadable: m.opening_hours_problem_unreadable,
	backwards: m.opening_hours_problem_backwards,
	overlapping: m.opening_hours_problem_overlapping,
	too_many: m.opening_hours_problem_too_many
};

const hours = z
	.string()
	.default('')
	.transform((text, context): Spells => {
		const read = readHours(text);
		if ('spells' in read) return read.spells;
		context.addIssue({ code: 'custom', message: PROBLEMS[read.problem]() });
		return [];
	});

const basedOn = z
	.string()
	.default('')
	.transform((text) => readId(text));

export const noteField = z
	.string()
	.trim()
	.default('')
	.refine((text) => text.length <= LONGEST_NOTE, { error: () => m.update_problem_note_too_long() })
	.transform((text) => (text === '' ? null : text));

/** The form of the hours of a week. */
export const weekForm = z
	.object({
		...Object.fromEntries(DAY_FIELDS.map((name) => [name, hours])),
		kind: z.enum(HOURS_KINDS).nullable().catch(null),
		validFrom: dayField,
		note: noteField,
		basedOn
	})
	.transform(({ kind, validFrom, note, basedOn: newest, ...days }) => ({
		week: { kind, days: DAY_FIELDS.map((name) => (days as Record<string, Spells>)[name] ?? []) },
		...{ validFrom, note, basedOn: newest }
	}));

export type WeekForm = z.output<typeof weekForm>;

/** The form of other hours on a day or in a period. */
export const exceptionForm = z.object({
	name: z
		.string()
		.trim()
		.default('')
		.refine((text) => text.length >= 1 && text.length <= LONGEST_EXCEPTION_NAME, {
			error: () => m.opening_hours_problem_name()
		}),
	from: dayField,
	until: dayField,
	hours,
	note: noteField
});

export type ExceptionForm = z.output<typeof exceptionForm>;

/** Whether something may be said to hold from this day: since the programme began, at most a year ahead. */
export function isDayInReach(day: Day, today: Day): boolean {
	return FIRST_DAY <= day && day <= addDays(today, LONGEST_AHEAD);
}

/** What is wrong with the hours of a week beside what each field says itself. */
export function weekErrors({ week, validFrom }: WeekForm, today: Day): Errors {
	const errors: Errors = {};
	if (validFrom === null) errors.validFrom = m.update_problem_required();
	else if (!isDayInReach(validFrom, today)) errors.validFrom = m.location_problem_day_range();
	if (week.days.every((spells) => spells.length === 0)) {
		errors.day1 = m.opening_hours_problem_all_closed();
	}
	return errors;
}

/** What is wrong with other hours beside what each field says itself. */
export function exceptionErrors({ from, until }: ExceptionForm, today: Day): Errors {
	if (from === null) return { from: m.update_problem_required() };
	const errors: Errors = {};
	const last = until ?? from;
	if (!isDayInReach(from, today)) errors.from = m.location_problem_day_range();
	else if (last < from) errors.until = m.opening_hours_problem_until();
	else if (last < today) errors[until ? 'until' : 'from'] = m.opening_hours_problem_past();
	else if (last > addDays(from, LONGEST_AHEAD)) errors.until = m.opening_hours_problem_long();
	return errors;
}

/** Whether two weeks say the same. */
export function sameWeek(one: WeekHours | null, other: WeekHours | null): boolean {
	return (
		one?.kind === other?.kind &&
		JSON.stringify(one?.days ?? null) === JSON.stringify(other?.days ?? null)
	);
}
