import { addDays, formatDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';

/** One thing that is due, and where its reader answers it. */
export interface MailLine {
	/** Its name in the list of the week. */
	key: string;
	text: string;
	/** What the programme manager asks about it. */
	questions: readonly string[];
}

/** What is due at one library. */
export interface MailLibrary {
	name: string;
	lines: readonly MailLine[];
}

export interface WeeklyMail {
	subject: string;
	text: string;
}

interface Addresses {
	/** Of the list of the week. */
	list: string;
	/** Where one says that one wants no more of them. */
	stop: string;
	/** Of the form that answers a line. */
	lineOf: (key: string) => string;
}

/** More lines than this stand in the list only: a mail is read on a phone. */
export const MOST_LINES = 30;

/** The days that a link holds, so that it is dead before the next mail but one. */
export const LINK_DAYS = 8;

/** The Monday of the week of `day`. */
export function mondayOf(day: Day): Day {
	const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
	return addDays(day, -weekday);
}

/** As many libraries as {@link MOST_LINES} has room for, in their order. */
export function shorten(libraries: readonly MailLibrary[]): MailLibrary[] {
	let room = MOST_LINES;
	return libraries.flatMap(({ name, lines }) => {
		const shown = lines.slice(0, room);
		room -= shown.length;
		return shown.length > 0 ? [{ name, lines: shown }] : [];
	});
}

/** The mail of an adviser: what is due at her libraries, each line with a link to its form. */
export function weeklyMail(
	of: { name: string; weekOn: Day; libraries: readonly MailLibrary[]; total: number },
	{ list, stop, lineOf }: Addresses
): WeeklyMail {
	const { name, weekOn, libraries, total } = of;
	const week = formatDay(weekOn, 'nl');
	const lines = libraries.flatMap((library) => [
		library.name,
		...library.lines.flatMap(({ key, text, questions }) => [
			`- ${text}`,
			...questions.map((question) => `  ${m.weekly_mail_question({ question })}`),
			`  ${lineOf(key)}`
		]),
		''
	]);
	return {
		subject: m.weekly_mail_subject({ week }),
		text: [
			m.weekly_mail_greeting({ name }),
			'',
			m.weekly_mail_total({ count: total }),
			m.weekly_mail_links({ count: LINK_DAYS }),
			'',
			...lines,
			m.weekly_mail_list({ list }),
			'',
			m.weekly_mail_stop({ stop }),
			''
		].join('\n')
	};
}

/** The mail of the programme manager: how the questions stand, and how much is overdue per POI. */
export function digestMail(
	of: {
		name: string;
		weekOn: Day;
		sentence: string;
		institutes: readonly { name: string; overdue: number }[];
	},
	{ inquiries, stop }: { inquiries: string; stop: string }
): WeeklyMail {
	const { name, weekOn, sentence, institutes } = of;
	return {
		subject: m.weekly_mail_digest_subject({ week: formatDay(weekOn, 'nl') }),
		text: [
			m.weekly_mail_greeting({ name }),
			'',
			sentence,
			inquiries,
			'',
			m.weekly_mail_digest_overdue(),
			...institutes.map((one) =>
				m.weekly_mail_digest_line({ name: one.name, count: String(one.overdue) })
			),
			'',
			m.weekly_mail_stop({ stop }),
			''
		].join('\n')
	};
}
