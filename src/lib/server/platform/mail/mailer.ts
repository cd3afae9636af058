import { createTransport } from 'nodemailer';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { WatchedMailer } from './watched-mailer.ts';

/** A mail to one person, in plain text. */
export interface Mail {
	to: { name: string; address: string };
	subject: string;
	text: string;
	/** Further lines of its head. */
	headers?: Record<string, string>;
}

/** Hands a mail to the mail server; rejects when that does not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

/** A mail server that does not answer is given up after this long, milliseconds. */
const PATIENCE_MS = 20_000;

const isThisMachine = (host: string) => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

/**
 * Sends by the mail server at `url`, as `from`. A connection that begins without encryption is
 * encrypted before anything is said (STARTTLS) or given up, but for a server on this machine; the
 * address may say otherwise (`?requireTLS=false`).
 */
export function createMailer(url: string, from: string): SendMail {
	const transport = createTransport({
		requireTLS: !isThisMachine(new URL(url).hostname),
		connectionTimeout: PATIENCE_MS,
		greetingTimeout: PATIENCE_MS,
		socketTimeout: PATIENCE_MS,
		// What the address says goes before what stands here.
		url
	});
	return async (mail) => {
		const headers = { ...mail.headers, 'Auto-Submitted': 'auto-generated' };
		// An answer by a machine ("I am on holiday") to a mail of a machine helps nobody.
		await transport.sendMail({ ...mail, from, headers });
	};
}

let kept: WatchedMailer | null | undefined;

/** The mailer of the settings; null when there is no mail server. */
export function getMailer(): WatchedMailer | null {
	if (kept !== undefined) return kept;
	const { SMTP_URL, MAIL_FROM } = readEnv();
	return (kept =
		SMTP_URL && MAIL_FROM ? new WatchedMailer(createMailer(SMTP_URL, MAIL_FROM)) : null);
}
