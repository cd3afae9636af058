import { describe, expect, it } from 'vitest';
import { WatchedMailer } from './watched-mailer.ts';

const MAIL = { to: { name: 'Ans', address: 'ans@example.nl' }, subject: 'Vraag', text: 'Hallo' };
const NOW = new Date('2022-01-31T09:00:00Z');

describe('a mailer that is watched', () => {
	it('remembers that a mail was refused, and why, until one is taken again', async () => {
		const answers = [
			() => Promise.reject(Object.assign(new Error('550 ans@example.nl?'), { code: 'EENVELOPE' })),
			() => Promise.resolve()
		];
		const mailer = new WatchedMailer(() => answers.shift()!());
		expect(mailer.trouble).toBeNull();
		await expect(mailer.send(MAIL, NOW)).rejects.toThrow('550');
		expect(mailer.trouble).toEqual({ at: NOW, code: 'EENVELOPE' });
		await mailer.send(MAIL, NOW);
		expect(mailer.trouble).toBeNull();
	});
});
