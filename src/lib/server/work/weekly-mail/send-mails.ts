import type { Kysely } from 'kysely';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { inLocale } from '#lib/server/platform/locale/in-locale.ts';
import type { SendMail } from '#lib/server/platform/mail/mailer.ts';
import { mailErrorCode } from '#lib/server/platform/mail/watched-mailer.ts';
import { LINK_DAYS, mondayOf } from '#lib/work/weekly-mail/weekly-mail.ts';
import { listRecipients, type Recipient } from './recipients.ts';
import { hashToken, makeToken, TOKEN_PARAMETER } from './token.ts';
import { writeMail } from './write-mail.ts';

interface Means {
	db: Kysely<DB>;
	send: SendMail;
	/** The public address of the product: from its settings. */
	origin: string;
}

/**
 * Sends the mails of the week of `today` to who wants them and has not had hers. Safe to run twice and in
 * two processes at once: a mail belongs to who made its row. A mail that fails is told, and the others go.
 */
export async function sendWeeklyMails(
	means: Means,
	today: Day,
	now = new Date()
): Promise<{ sent: number; failed: number }> {
	const counts = { sent: 0, failed: 0 };
	await means.db.deleteFrom('mailingLink').where('expiresAt', '<=', now).execute();
	for (const recipient of await listRecipients(means.db)) {
		if (!recipient.wants || recipient.demo) continue;
		const outcome = await sendOne(means, recipient, today, now);
		if (outcome !== null) counts[outcome] += 1;
	}
	return counts;
}

async function sendOne(
	{ db, send, origin }: Means,
	recipient: Recipient,
	today: Day,
	now: Date
): Promise<'sent' | 'failed' | null> {
	const weekOn = mondayOf(today);
	const stop = makeToken();
	const tokens = new Map<string, string>();
	const mail = await writeMail(
		db,
		recipient,
		{ today, weekOn, origin },
		{
			stop,
			ofLine: (key) => {
				const token = tokens.get(key) ?? makeToken();
				tokens.set(key, token);
				return token;
			}
		}
	);
	if (!mail) return null;
	const mailingId = await claim(db, recipient, weekOn, stop);
	if (mailingId === null) return null;
	const expiresAt = new Date(`${addDays(now.toISOString().slice(0, 10), LINK_DAYS)}T00:00:00Z`);
	const links = [...tokens].map(([line, token]) => ({
		...{ tokenHash: hashToken(token), mailingId, line, expiresAt }
	}));
	if (links.length > 0) await db.insertInto('mailingLink').values(links).execute();
	const problem = await send({
		to: { name: recipient.name, address: recipient.email },
		...mail,
		headers: stopHeaders(origin, stop)
	}).then(
		() => null,
		(error: unknown) => mailErrorCode(error).slice(0, 40)
	);
	await db.insertInto('mailingOutcome').values({ mailingId, problem }).execute();
	return problem === null ? 'sent' : 'failed';
}

/** The mail of this week becomes ours; null when somebody made it already. */
async function claim(
	db: Kysely<DB>,
	{ id, role }: Recipient,
	weekOn: Day,
	stop: string
): Promise<number | null> {
	const kind = role === 'programme_manager' ? 'digest' : 'week';
	const made = await db
		.insertInto('mailing')
		.values({ userId: id, kind, weekOn, stopHash: hashToken(stop) })
		.onConflict((conflict) => conflict.constraint('mailing_once').doNothing())
		.returning('id')
		.executeTakeFirst();
	return made?.id ?? null;
}

/** RFC 8058: a program that reads mail has a button of its own for it. */
function stopHeaders(origin: string, stop: string): Record<string, string> {
	const params = new URLSearchParams({ [TOKEN_PARAMETER]: stop });
	const path = inLocale('nl', () => link('/weekmail-afmelden', params));
	return {
		'List-Unsubscribe': `<${new URL(path, origin).href}>`,
		'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
	};
}
