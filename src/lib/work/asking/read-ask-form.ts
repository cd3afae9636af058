import { addDays, formatDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { LONGEST_QUESTION, MOST_DAYS_TO_ANSWER } from '#lib/work/inquiry/inquiry.ts';
import { readLineKey, type LineSubject } from '#lib/work/update/line-key.ts';

/** So much can be asked at once: about as many as there are locations in the country. */
export const MOST_ASKED = 1_000;

export type AskReading =
	| { question: string; dueOn: Day; about: LineSubject[]; round: string; errors?: never }
	| { errors: Errors };

/** What was typed and ticked on the page that asks; everything that is wrong at once. */
export function readAskForm(form: FormData, today: Day): AskReading {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const errors: Errors = {};
	const question = text('question');
	if (question === '') errors.question = m.inquiry_problem_question();
	else if (question.length > LONGEST_QUESTION) {
		errors.question = m.inquiry_problem_question_long({ count: LONGEST_QUESTION });
	}
	const dueOn = readDay(text('dueOn'));
	const last = addDays(today, MOST_DAYS_TO_ANSWER);
	if (dueOn === null || dueOn < today || dueOn > last) {
		const days = { first: formatDay(today, getLocale()), last: formatDay(last, getLocale()) };
		errors.dueOn = m.inquiry_problem_due(days);
	}
	const keys = [...new Set(form.getAll('about').map(String))];
	const about = keys.flatMap((key) => readLineKey(key) ?? []);
	if (keys.length === 0) errors.about = m.inquiry_problem_about();
	else if (about.length < keys.length || keys.length > MOST_ASKED) {
		errors.about = m.inquiry_problem_about_unreadable();
	}
	if (dueOn === null || Object.keys(errors).length > 0) return { errors };
	return { question, dueOn, about, round: text('round').slice(0, 36) };
}
