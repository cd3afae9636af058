import { redirect } from '@sveltejs/kit';
import { link } from '#lib/base/i18n/link.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireInquirer } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listRuns } from '#lib/server/platform/job/list-runs.ts';
import { getMailer } from '#lib/server/platform/mail/mailer.ts';
import { MAIL_JOB, sendMailsNow } from '#lib/server/work/weekly-mail/mail-jobs.ts';
import { listMailings } from '#lib/server/work/weekly-mail/queries.ts';
import { listRecipients } from '#lib/server/work/weekly-mail/recipients.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	requireInquirer(locals);
	const db = getDb();
	const recipients = await listRecipients(db);
	return {
		mails: getMailer() !== null,
		recipients: recipients.map(({ id, name, organisation, wants, demo }) => ({
			...{ id, name, organisation, wants, demo }
		})),
		runs: await listRuns(db, [MAIL_JOB]),
		mailings: await listMailings(db),
		asked: url.searchParams.has('gevraagd')
	};
};

export const actions: Actions = {
	send: async ({ locals }) => {
		requireInquirer(locals);
		if (!(await sendMailsNow())) redirect(303, link('/beheer/weekmail'));
		logVisit(locals, { action: 'send_weekly_mails', object: 'job weekmail' });
		redirect(303, link('/beheer/weekmail', new URLSearchParams({ gevraagd: '' })));
	}
};
