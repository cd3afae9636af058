import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as it came in. */
export interface ReceivedMail {
	to: string[];
	/** Head and text, readable: what was folded for the way is whole again. */
	content: string;
}

/** A mail server on this machine that keeps what it gets. */
export interface MailServer {
	/** For SMTP_URL. */
	url: string;
	mails: ReceivedMail[];
	/** The mails once there are this many. */
	received(count: number): Promise<ReceivedMail[]>;
	close(): Promise<void>;
}

/** Undoes quoted-printable. */
const readable = (raw: string) =>
	Buffer.from(
		raw
			.replaceAll(/=\r?\n/g, '')
			.replaceAll(/=([0-9A-F]{2})/g, (_code, hex: string) =>
				String.fromCharCode(parseInt(hex, 16))
			),
		'latin1'
	).toString('utf8');

export async function startMailServer(): Promise<MailServer> {
	const mails: ReceivedMail[] = [];
	let waiting: { count: number; tell: () => void }[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			void text(stream).then((raw) => {
				mails.push({
					to: session.envelope.rcptTo.map(({ address }) => address),
					content: readable(raw)
				});
				waiting.filter(({ count }) => mails.length >= count).forEach(({ tell }) => tell());
				waiting = waiting.filter(({ count }) => mails.length < count);
				done();
			}, done);
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		mails,
		received: async (count) => {
			if (mails.length < count) {
				await new Promise<void>((tell) => waiting.push({ count, tell }));
			}
			return mails;
		},
		close: () => new Promise((resolve) => server.close(resolve))
	};
}

/** The address in a mail with which one may choose a new password. */
export function linkIn({ content }: ReceivedMail): URL {
	const found = /^(https?:\S+\/wachtwoord-vergeten\/\S+)\r?$/m.exec(content)?.[1];
	if (!found) throw new Error(`no link in this mail:\n${content}`);
	return new URL(found);
}
