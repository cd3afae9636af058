import type { SendMail } from './mailer.ts';

/** The last mail that could not be handed over. */
export interface MailTrouble {
	at: Date;
	/** Of the program or of the mail server; never what was sent. */
	code: string;
}

/**
 * A mailer that remembers whether its last mail was taken. Who asked for it gets the same answer either
 * way, so without this only the log would know that nobody can choose a new password any more.
 */
export class WatchedMailer {
	/** Since this process began; null when the last mail was taken. */
	trouble: MailTrouble | null = null;
	readonly #send: SendMail;

	constructor(send: SendMail) {
		this.#send = send;
	}

	async send(mail: Parameters<SendMail>[0], now = new Date()): Promise<void> {
		try {
			await this.#send(mail);
			this.trouble = null;
		} catch (error) {
			this.trouble = { at: now, code: mailErrorCode(error) };
			throw error;
		}
	}
}

/** What went wrong without what was sent: a mail server repeats addresses in its sentences. */
export function mailErrorCode(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return typeof code === 'string' ? code : 'unknown';
}
