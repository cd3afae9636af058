import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A mail of a week, and what became of it. */
export interface MailingRow {
	id: number;
	name: string;
	organisation: string;
	weekOn: Day;
	madeAt: Date;
	/** Null: the mail server took it, or nobody knows. */
	problem: string | null;
	/** False: the process ended while it was handed over. */
	isKnown: boolean;
}

/** The last mails, the newest first. */
export async function listMailings(db: Kysely<DB>): Promise<MailingRow[]> {
	const { rows } = await sql<MailingRow>`
		select mailing.id, name, organisation, week_on, made_at, problem, at is not null as is_known
		from mailing join app_user on app_user.id = user_id
		left join mailing_outcome on mailing_id = mailing.id
		order by mailing.id desc limit 100`.execute(db);
	return rows;
}
