import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { InvalidSettings, readEnv, settings } from './env.ts';

/** The problems that reading these settings reports. */
function problemsOf(source: Record<string, string>): string[] {
	try {
		readEnv(source);
		return [];
	} catch (error) {
		if (error instanceof InvalidSettings) return error.problems;
		throw error;
	}
}

describe('settings', () => {
	it('needs nothing', () => {
		const env = readEnv({});
		expect(env.PORT).toBe(3000);
		expect(env.DATA_DIR).toBe('.data');
		expect(env.DEMO_TODAY).toBe('2022-01-31');
		expect(env.DATABASE_URL).toBeUndefined();
		expect(env.TILE_URL).toBeUndefined();
	});

	it('takes a background for the map with whose it is, and only one that has the place in it', () => {
		const TILE_URL = 'https://tiles.example.nl/{z}/{x}/{y}.png';
		expect(problemsOf({ TILE_URL, TILE_ATTRIBUTION: 'Kadaster' })).toEqual([]);
		expect(problemsOf({ TILE_URL })).toEqual(['TILE_URL needs TILE_ATTRIBUTION to be set as well']);
		expect(
			problemsOf({ TILE_URL: 'https://tiles.example.nl/map.png', TILE_ATTRIBUTION: 'Kadaster' })
		).toEqual(['TILE_URL must have {z}, {x} and {y} in it']);
	});

	it('takes an empty value as not set', () => {
		expect(readEnv({ PORT: '', DATABASE_URL: ' ' }).PORT).toBe(3000);
	});

	it('reports everything that is wrong at once, by name', () => {
		const problems = problemsOf({
			PORT: '99999',
			DATABASE_URL: 'mysql://x',
			DEMO_TODAY: '2021-02-30',
			AUTH_SECRET: 'short',
			LOG_LEVEL: 'loud',
			ORIGIN: 'https://ido.example.nl/path'
		});
		expect(problems.map((line) => line.split(' ')[0]).sort()).toEqual([
			'AUTH_SECRET',
			'DATABASE_URL',
			'DEMO_TODAY',
			'LOG_LEVEL',
			'ORIGIN',
			'PORT'
		]);
	});

	it('never repeats a secret in its message', () => {
		const problems = problemsOf({ AUTH_SECRET: 'hush-hush', DATABASE_URL: 'postgre://u:pw@h/d' });
		expect(problems).toHaveLength(2);
		expect(problems.join()).not.toMatch(/hush-hush|pw@/);
	});

	it.each(['2018-12-31', '2023-01-01', '1 juli 2019'])('refuses %s as the demo day', (day) => {
		expect(problemsOf({ DEMO_TODAY: day })).toHaveLength(1);
	});

	it('asks for the database of a migrating role', () => {
		expect(problemsOf({ MIGRATION_DATABASE_URL: 'postgres://owner@localhost/ido' })).toEqual([
			'MIGRATION_DATABASE_URL needs DATABASE_URL to be set as well'
		]);
	});

	it.each([
		['SMTP_URL', { SMTP_URL: 'smtp://mail.example.nl', ORIGIN: 'https://ido.example.nl' }],
		['MAIL_FROM', { MAIL_FROM: 'beheer@example.nl' }],
		['SMTP_URL', { SMTP_URL: 'smtp://mail.example.nl', MAIL_FROM: 'beheer@example.nl' }]
	])('asks for what %s needs: server, sender and public address belong together', (name, given) => {
		expect(problemsOf(given)).toEqual([expect.stringMatching(new RegExp(`^${name} needs `))]);
	});

	it.each([
		{ SMTP_URL: 'smtp://user:pw@mail.example.nl:587', MAIL_FROM: 'beheer@example.nl' },
		{ SMTP_URL: 'smtps://mail.example.nl', MAIL_FROM: 'Rolloutmonitor IDO <beheer@example.nl>' }
	])('takes the mail server $SMTP_URL and the sender $MAIL_FROM', (given) => {
		expect(readEnv({ ...given, ORIGIN: 'https://ido.example.nl' })).toMatchObject(given);
	});

	it.each([
		{ SMTP_URL: 'mail.example.nl:587', MAIL_FROM: 'beheer@example.nl' },
		{ SMTP_URL: 'smtp://', MAIL_FROM: 'beheer@example.nl' },
		{ SMTP_URL: 'smtp://mail.example.nl', MAIL_FROM: 'Rolloutmonitor' },
		{ SMTP_URL: 'smtp://mail.example.nl', MAIL_FROM: 'IDO <a@example.nl>\nBcc: <b@example.nl>' }
	])('refuses the mail server $SMTP_URL with the sender $MAIL_FROM', (given) => {
		expect(problemsOf({ ...given, ORIGIN: 'https://ido.example.nl' })).toHaveLength(1);
	});

	it('is mirrored by .env.example', async () => {
		const text = await readFile(new URL('../../../../../.env.example', import.meta.url), 'utf8');
		const listed = [...text.matchAll(/^#?\s*([A-Z][A-Z_]+)=(.*)$/gm)];
		expect(listed.map((match) => match[1]).sort()).toEqual(Object.keys(settings.shape).sort());
		const examples = Object.fromEntries(listed.map((match) => [match[1], match[2] ?? '']));
		expect(problemsOf(examples)).toEqual([]);
	});
});
