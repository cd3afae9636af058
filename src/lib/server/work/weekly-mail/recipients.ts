import { sql, type Kysely } from 'kysely';
import { isRole, type User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Somebody who could get the weekly mail. */
export interface Recipient extends User {
	/** False for who said so; the last that she said counts. */
	wants: boolean;
	/** Accounts of the demo have no mailbox. */
	demo: boolean;
}

/** Advisers and programme managers with access, by organisation and name. */
export async function listRecipients(db: Kysely<DB>): Promise<Recipient[]> {
	const { rows } = await sql<Omit<Recipient, 'role'> & { role: string }>`
		select account.id, name, email, role, support_institute_id, organisation, demo,
			array(select works.support_institute_id from adviser_institute works where works.user_id = account.id
				and works.support_institute_id is distinct from account.support_institute_id) as covered_institute_ids,
			coalesce(wish.wants, true) as wants
		from app_user account left join lateral (
			select wants from mail_wish where user_id = account.id order by id desc limit 1
		) wish on true
		where active and role in ('advisor', 'programme_manager')
		order by organisation, name, account.id`.execute(db);
	return rows.flatMap(({ role, ...row }) => (isRole(role) ? [{ ...row, role }] : []));
}
