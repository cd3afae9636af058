import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requireInquirer } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listRecipients } from '#lib/server/work/weekly-mail/recipients.ts';
import { writeMail } from '#lib/server/work/weekly-mail/write-mail.ts';
import { mondayOf } from '#lib/work/weekly-mail/weekly-mail.ts';
import type { PageServerLoad } from './$types';

/** Stands where the mail has a token: a preview answers nothing. */
const NO_TOKEN = '…';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireInquirer(locals);
	const db = getDb();
	const today = await readToday(db);
	const recipient = (await listRecipients(db)).find(({ id }) => id === params.id);
	if (!recipient) error(404, m.weekly_mail_unknown());
	const mail = await writeMail(
		db,
		recipient,
		{ today, weekOn: mondayOf(today), origin: url.origin },
		{ stop: NO_TOKEN, ofLine: () => NO_TOKEN }
	);
	return { name: recipient.name, mail };
};
