import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { inLocale } from '#lib/server/platform/locale/in-locale.ts';
import { logAction } from '#lib/server/platform/log/log.ts';
import type { Mail, SendMail } from '#lib/server/platform/mail/mailer.ts';
import { mailErrorCode } from '#lib/server/platform/mail/watched-mailer.ts';
import {
	findByToken,
	findResetAccount,
	makeToken,
	useToken,
	type ResetAccount
} from './reset-token.ts';
import { forgiveAttempt } from './sign-in-limit.ts';
import { setUserPassword } from './users.ts';

/** The name of the parameter with the token. */
export const TOKEN_PARAMETER = 'sleutel';

/** Somebody asks for a link to choose a new password. */
export interface ResetRequest {
	email: string;
	/** Where she comes from, for the log. */
	address: string;
	locale: Locale;
	/** The public address of the product: from its settings, never from the request. */
	origin: string;
}

interface Means {
	db: Kysely<DB>;
	send: SendMail;
	log?: typeof logAction;
}

/**
 * Mails a link when there is an account that may have one, and writes one line in the log. Never
 * rejects, and tells nobody what it did: call it after the answer.
 */
export async function mailResetLink(
	{ db, send, log = logAction }: Means,
	request: ResetRequest,
	now = new Date()
): Promise<void> {
	const line = { action: 'ask_new_password', origin: request.address, actor: 'anonymous' };
	let object = 'no account';
	try {
		const account = await findResetAccount(db, request.email);
		if (!account) return log({ ...line, object, result: 'refused' });
		object = `user ${account.id}`;
		const token = await makeToken(db, account.id, now);
		await send(inLocale(request.locale, () => writeMail(account, token, request.origin)));
		log({ ...line, object, result: 'done' });
	} catch (error) {
		log({ ...line, object, result: 'failed', detail: mailErrorCode(error) });
	}
}

function writeMail({ name, email }: ResetAccount, token: string, origin: string): Mail {
	const page = link(
		'/wachtwoord-vergeten/kiezen',
		new URLSearchParams({ [TOKEN_PARAMETER]: token })
	);
	const address = new URL(page, origin).href;
	return {
		to: { name, address: email },
		subject: m.account_reset_mail_subject(),
		text: m.account_reset_mail_text({ name, link: address, site: new URL(origin).host })
	};
}

/** The e-mail address of the account whose link this is, as long as it holds; null after that. */
export async function readResetLink(
	db: Kysely<DB>,
	token: string,
	now = new Date()
): Promise<string | null> {
	return (await findByToken(db, token, now))?.email ?? null;
}

/**
 * Gives the account of a link its new password and ends all its sessions; false when the link does not
 * hold (any more). Every other link of the account is worth nothing afterwards (a trigger sees to it).
 */
export async function choosePassword(
	db: Kysely<DB>,
	{ token, password, address }: { token: string; password: string; address: string },
	{ now = new Date(), log = logAction } = {}
): Promise<boolean> {
	// Hashing takes long on purpose: not for a link that does not hold, and not within the transaction.
	const hash = (await findByToken(db, token, now)) ? await hashPassword(password) : null;
	const account =
		hash === null
			? undefined
			: await db.transaction().execute(async (trx) => {
					const owner = await useToken(trx, token, now);
					if (owner) await setUserPassword(trx, owner.id, hash);
					return owner;
				});
	log({
		action: 'choose_new_password',
		object: account ? `user ${account.id}` : 'no account',
		result: account ? 'done' : 'refused',
		origin: address,
		actor: account?.id ?? 'anonymous'
	});
	// Who reads her mail is no stranger: her own wrong guesses do not keep her waiting.
	if (account) await forgiveAttempt(db, { email: account.email, address }, now);
	return account !== undefined;
}
