import { describe, expect, it } from 'vitest';
import { composeMail, MAP_CID, type MailParts } from './compose-mail.ts';

const parts: MailParts = {
	id: 'briefing.fryslan.2021-06-30',
	subject: 'Informatiepunten in Fryslân',
	html: `<p>Één punt</p><img src="cid:${MAP_CID}" alt="Kaart">`,
	text: 'Één punt',
	map: Buffer.from('picture'),
	origin: 'https://ido.example.nl',
	today: '2022-01-31'
};

describe('a mail', () => {
	it('has a text and an HTML part, and the map beside the HTML', async () => {
		const mail = (await composeMail(parts)).toString('utf8');
		const types = [...mail.matchAll(/^Content-Type: ([^;\r\n]+)/gm)].map(([, type]) => type);
		expect(types).toEqual([
			'multipart/alternative',
			'text/plain',
			'multipart/related',
			'text/html',
			'image/png'
		]);
		expect(mail).toContain('From: Rolloutmonitor <rolloutmonitor@ido.example.nl>');
		expect(mail).toContain(`Content-ID: <${MAP_CID}>`);
		expect(mail).toContain('Message-ID: <briefing.fryslan.2021-06-30@ido.example.nl>');
		expect(mail).toContain('=C3=89=C3=A9n punt');
		expect(mail).not.toMatch(/^To:/m);
	});

	it('is the same each time, so that it can be kept', async () => {
		expect(await composeMail(parts)).toEqual(await composeMail(parts));
	});

	it('goes without a map', async () => {
		const mail = (await composeMail({ ...parts, map: null })).toString('utf8');
		expect(mail).not.toContain('image/png');
	});
});
