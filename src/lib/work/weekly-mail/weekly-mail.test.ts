import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { mondayOf, MOST_LINES, shorten, weeklyMail } from './weekly-mail.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const line = (key: string) => ({ key, text: `Opening: ${key}`, questions: ['Lukt het?'] });

describe('the weekly mail', () => {
	it.each([
		['2022-01-31', '2022-01-31'],
		['2022-02-06', '2022-01-31'],
		['2022-01-30', '2022-01-24'],
		['2020-03-01', '2020-02-24']
	])('of %s is of the week of %s', (day, monday) => {
		expect(mondayOf(day)).toBe(monday);
	});

	it('has each line with its question and its own link, and the way to want no more', () => {
		const { subject, text } = weeklyMail(
			{
				...{ name: 'Ans', weekOn: '2022-01-31', total: 3 },
				libraries: [{ name: 'Almelo', lines: [line('p1-opening')] }]
			},
			{ list: 'https://x/lijst', stop: 'https://x/stop', lineOf: (key) => `https://x/${key}` }
		);
		expect(subject).toContain('31 januari 2022');
		expect(text.split('\n')).toEqual(
			expect.arrayContaining(['Almelo', '- Opening: p1-opening', '  https://x/p1-opening'])
		);
		expect(text).toContain('Lukt het?');
		expect(text).toContain('https://x/lijst');
		expect(text).toContain('https://x/stop');
	});

	it('has no more lines than one reads on a phone', () => {
		const lines = Array.from({ length: MOST_LINES - 1 }, (_, at) => line(String(at)));
		const short = shorten([
			{ name: 'a', lines },
			{ name: 'b', lines: [line('x'), line('y')] },
			{ name: 'c', lines: [line('z')] }
		]);
		expect(short.map(({ name, lines: own }) => [name, own.length])).toEqual([
			['a', MOST_LINES - 1],
			['b', 1]
		]);
	});
});
