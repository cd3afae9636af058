import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { m } from '#lib/paraglide/messages.js';

const settings = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8'));
const patterns: string[] = settings['plugin.inlang.messageFormat'].pathPattern;
const subjects = readdirSync('messages');

function readMessages(subject: string, locale: string): Record<string, unknown> {
	const messages: Record<string, unknown> = JSON.parse(
		readFileSync(`messages/${subject}/${locale}.json`, 'utf8')
	);
	delete messages.$schema;
	return messages;
}

describe('the texts of the interface', () => {
	it('are compiled: a message speaks both languages', () => {
		expect(m.status_realised({}, { locale: 'nl' })).toBe('Gerealiseerd en toegankelijk');
		expect(m.status_realised({}, { locale: 'en' })).toBe('Realised and accessible');
	});

	it('are read from every folder of messages', () => {
		expect(patterns.toSorted()).toEqual(
			subjects.map((subject) => `./messages/${subject}/{locale}.json`).toSorted()
		);
	});

	it.each(subjects)(
		'of %s exist in Dutch and English alike, and begin with their subject',
		(subject) => {
			const dutch = Object.keys(readMessages(subject, 'nl'));
			expect(Object.keys(readMessages(subject, 'en')).toSorted()).toEqual(dutch.toSorted());
			const start = `${subject.replaceAll('-', '_')}_`;
			expect(dutch.filter((key) => !key.startsWith(start))).toEqual([]);
			expect(dutch.filter((key) => !(key in m))).toEqual([]);
		}
	);

	it('are all used: none stays behind when what it was written for is gone', () => {
		// Each is named in whole where it is used (`m.key`, or a key in a table of texts): none is put together.
		const files = globSync('{src,tests,seeds,db}/**/*.{ts,svelte}').filter(
			(file) => !file.startsWith('src/lib/paraglide/')
		);
		const used = new Set(
			files.flatMap((file) => readFileSync(file, 'utf8').match(/\bm\.\w+|'[a-z]+_\w+'/g) ?? [])
		);
		const isUsed = (key: string) => used.has(`m.${key}`) || used.has(`'${key}'`);
		const keys = subjects.flatMap((subject) => Object.keys(readMessages(subject, 'nl')));
		expect(keys.filter((key) => !isUsed(key))).toEqual([]);
	});
});
