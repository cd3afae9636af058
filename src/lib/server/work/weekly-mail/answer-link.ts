import { sql, type Kysely } from 'kysely';
import { mayEditLibrary } from '#lib/access/account/permission.ts';
import { isRole, type User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Recorded } from '#lib/server/work/batch/record-batch.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { readWeek } from '#lib/server/work/week/read-week.ts';
import { recordAnswersIn } from '#lib/server/work/week/record-answers.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { readLineKey } from '#lib/work/update/line-key.ts';
import type { ReadLine } from '#lib/work/week/read-lines.ts';
import type { AnswerableTask } from '#lib/work/week/types.ts';
import { hashToken } from './token.ts';

/** A link that holds: whose it is, and the one line that it may answer. */
export interface AnswerLink {
	user: User;
	line: string;
	subject: WorkSubject;
}

/**
 * The link of this token as long as it holds: unused, before its day, of an account with access that may
 * still write for the library. Whoever left the POI, or whose library did, has none.
 */
export async function findAnswerLink(
	db: Kysely<DB>,
	token: string,
	today: Day,
	now = new Date()
): Promise<AnswerLink | null> {
	const { rows } = await sql<Omit<User, 'role'> & { role: string; line: string }>`
		select account.id, name, email, role, support_institute_id, organisation, line,
			array(select works.support_institute_id from adviser_institute works where works.user_id = account.id
				and works.support_institute_id is distinct from account.support_institute_id) as covered_institute_ids
		from mailing_link join mailing on mailing.id = mailing_id
		join app_user account on account.id = mailing.user_id
		where token_hash = ${hashToken(token)} and expires_at > ${now} and active`.execute(db);
	const [row] = rows;
	const about = row && readLineKey(row.line);
	if (!about || !isRole(row.role)) return null;
	const subject = (await listSubjects(db, [about], today)).get(subjectKey(about));
	const { line, ...account } = row;
	const user = { ...account, role: row.role };
	return subject && mayEditLibrary(user, subject.library) ? { user, line, subject } : null;
}

/** The line as it stands in the list of the week now; null when nothing is to be answered there any more. */
export async function readAnswerLine(
	db: Kysely<DB>,
	{ line, subject }: AnswerLink,
	today: Day
): Promise<AnswerableTask | null> {
	const { slug, supportInstituteId } = subject.library;
	const scope = { supportInstituteId, library: slug };
	const { libraries } = await readWeek(db, { ...scope, view: 'all', page: 1 }, today);
	const task = libraries.flatMap(({ tasks }) => tasks).find(({ key }) => key === line);
	return task && task.answers.length > 0 ? task : null;
}

/** What was wrong, so that the link is not used up. */
class NotRecorded extends Error {
	readonly recorded: Recorded;

	constructor(recorded: Recorded) {
		super('not recorded');
		this.recorded = recorded;
	}
}

/**
 * Records the answer of a link and uses it up, both or neither; null when it does not hold. Of two who
 * send it at the same moment one records. `lines` of the form that are not of this link are left out.
 */
export async function recordByLink(
	db: Kysely<DB>,
	token: string,
	lines: readonly ReadLine[],
	today: Day,
	now = new Date()
): Promise<Recorded | null> {
	try {
		return await db.transaction().execute(async (trx) => {
			const link = await findAnswerLink(trx, token, today, now);
			const used = await trx
				.deleteFrom('mailingLink')
				.where('tokenHash', '=', hashToken(token))
				.returning('line')
				.executeTakeFirst();
			if (!link || !used) return null;
			const own = lines.filter(({ key }) => key === link.line);
			const subjects = new Map([[subjectKey(link.subject), link.subject]]);
			const recorded = await recordAnswersIn(trx, link.user, own, subjects, today);
			const all = recorded.outcomes.every(({ outcome }) => outcome === 'recorded');
			if (!all || own.length === 0) throw new NotRecorded(recorded);
			return recorded;
		});
	} catch (error) {
		if (error instanceof NotRecorded) return error.recorded;
		throw error;
	}
}
