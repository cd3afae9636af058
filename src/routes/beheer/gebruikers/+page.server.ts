import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireUserManager } from '#lib/server/access/account/permission.ts';
import { listUsers } from '#lib/server/access/account/queries.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { getMailer } from '#lib/server/platform/mail/mailer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	requireUserManager(locals);
	logVisit(locals, { action: 'read_users', object: 'users' });
	return { users: await listUsers(getDb()), mailTrouble: getMailer()?.trouble ?? null };
};
