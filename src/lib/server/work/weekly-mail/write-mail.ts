import { sql, type Kysely } from 'kysely';
import { institutesOf } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { inLocale } from '#lib/server/platform/locale/in-locale.ts';
import { inScope } from '#lib/server/work/update/in-scope.ts';
import { milestonesAsking } from '#lib/server/work/update/milestones-now.ts';
import { isLate, tasksOf } from '#lib/server/work/update/work-tasks.ts';
import { readInquiries } from '#lib/server/work/inquiry/read-inquiries.ts';
import { readWeek } from '#lib/server/work/week/read-week.ts';
import { inquirySentence } from '#lib/work/inquiry/figures.ts';
import { taskText } from '#lib/work/update/work-list-text.ts';
import {
	digestMail,
	shorten,
	weeklyMail,
	type WeeklyMail
} from '#lib/work/weekly-mail/weekly-mail.ts';
import { TOKEN_PARAMETER } from './token.ts';

export interface MailTokens {
	stop: string;
	/** Of the line with this name; the same for the same. */
	ofLine: (key: string) => string;
}

/** The mail of this week to an adviser or programme manager; null when nothing is due. */
export async function writeMail(
	db: Kysely<DB>,
	user: User,
	{ today, weekOn, origin }: { today: Day; weekOn: Day; origin: string },
	tokens: MailTokens
): Promise<WeeklyMail | null> {
	return inLocale('nl', async () => {
		const address = (path: Parameters<typeof link>[0], token: string | null) => {
			const params = token === null ? undefined : new URLSearchParams({ [TOKEN_PARAMETER]: token });
			return new URL(link(path, params), origin).href;
		};
		const stop = address('/weekmail-afmelden', tokens.stop);
		if (user.role === 'programme_manager') {
			const { inquiries } = await readInquiries(db, new URLSearchParams());
			return digestMail(
				{
					...{ name: user.name, weekOn, sentence: inquirySentence(inquiries) },
					institutes: await countOverdue(db, today)
				},
				{ inquiries: address('/beheer/navraag', null), stop }
			);
		}
		const supportInstituteId = institutesOf(user);
		const week = await readWeek(db, { supportInstituteId, view: 'attention', page: 1 }, today);
		const libraries = shorten(
			week.libraries.map(({ name, tasks }) => ({
				name,
				lines: tasks
					.filter(({ answers }) => answers.length > 0)
					.map((task) => ({
						key: task.key,
						text: taskText(task, 'nl'),
						questions: task.inquiries.map(({ question }) => question)
					}))
			}))
		);
		const total = week.taskCounts.attention;
		if (libraries.length === 0) return null;
		return weeklyMail(
			{ name: user.name, weekOn, libraries, total },
			{
				list: address('/mijn-bibliotheken', null),
				stop,
				lineOf: (key) => address('/antwoord', tokens.ofLine(key))
			}
		);
	});
}

/** How many milestones are over tijd at the libraries of each POI. */
async function countOverdue(
	db: Kysely<DB>,
	today: Day
): Promise<{ name: string; overdue: number }[]> {
	const { rows } = await sql<{ name: string; overdue: number }>`
		with ${tasksOf(milestonesAsking(inScope({ supportInstituteId: null }, today), today), today)}
		select institute.name, count(task.milestone_code)::int as overdue
		from support_institute institute
		left join library on library.support_institute_id = institute.id
		left join task on task.library_id = library.id and ${isLate}
		group by institute.id, institute.name order by institute.name`.execute(db);
	return rows;
}
