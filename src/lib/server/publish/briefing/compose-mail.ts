import MailComposer from 'nodemailer/lib/mail-composer';
import type { Day } from '#lib/base/day/day.ts';

export interface MailParts {
	/** Tells this mail from every other: programs for mail show only one of those with the same. */
	id: string;
	subject: string;
	html: string;
	text: string;
	/** PNG of the map; null without. */
	map: Buffer | null;
	/** Where this installation lives. */
	origin: string;
	/** The product's today: the day that the mail is of. */
	today: Day;
}

/** The content id under which the HTML finds the map. */
export const MAP_CID = 'kaart@rolloutmonitor';

/**
 * A mail (RFC 5322) with a text and an HTML part that say the same, to open in a program for mail
 * and send on. The same parts give the same bytes, so that it can be kept like a page.
 */
export async function composeMail(parts: MailParts): Promise<Buffer> {
	const { id, subject, html, text, map, origin, today } = parts;
	const host = new URL(origin).hostname;
	const mail = new MailComposer({
		from: { name: 'Rolloutmonitor', address: `rolloutmonitor@${host}` },
		subject,
		text,
		html,
		date: new Date(`${today}T12:00:00Z`),
		// Mail programs that know it open the mail ready to be sent on.
		headers: { 'X-Unsent': '1' },
		attachments:
			map === null
				? []
				: [{ filename: 'kaart.png', content: map, contentType: 'image/png', cid: MAP_CID }],
		baseBoundary: 'rolloutmonitor',
		messageId: `<${id}@${host}>`
	});
	return await mail.compile().build();
}
