import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { startJobs, tellJob } from '#lib/server/platform/job/jobs.ts';
import { getMailer } from '#lib/server/platform/mail/mailer.ts';
import { sendWeeklyMails } from './send-mails.ts';

/** The queue of the weekly mail. */
export const MAIL_JOB = 'weekmail';

/** Mondays at seven, before the work begins. */
const MONDAY_MORNING = '0 7 * * 1';

let jobs: Awaited<ReturnType<typeof startJobs>> | undefined;

/** Begins to send the weekly mails; without a mail server nothing is begun. */
export async function startMailJobs(): Promise<void> {
	const mailer = getMailer();
	const { ORIGIN: origin, DATABASE_URL: url } = readEnv();
	if (!mailer || !origin || !url) return;
	const run = async () => {
		const db = getDb();
		await sendWeeklyMails({ db, origin, send: (mail) => mailer.send(mail) }, await readToday(db));
	};
	try {
		jobs = await startJobs(url, [{ name: MAIL_JOB, cron: MONDAY_MORNING, run }]);
	} catch {
		// Without jobs the pages are there all the same.
		tellJob('start', 'failed');
	}
}

/** Has the mails of this week sent within a minute; false without a mail server. */
export async function sendMailsNow(): Promise<boolean> {
	if (!jobs) return false;
	await jobs.doNow(MAIL_JOB);
	return true;
}
