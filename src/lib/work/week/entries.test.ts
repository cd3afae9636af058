import { expect, it } from 'vitest';
import { entriesOf, giveKeys } from './entries.ts';
import { readLines } from './read-lines.ts';

const NOW = new Date('2021-05-10T09:00:00Z');
const say = { nameOf: (line: string) => `(${line})`, labelOf: (answer: string) => answer };

function filledIn(): FormData {
	const form = new FormData();
	const fields = {
		...{ shown: 'almelo', madeOn: '10 mei 2021' },
		...{ 'answer.b1-training': 'achieve', 'effectiveOn.b1-training': '2021-05-09' },
		...{ 'basedOn.b1-training': '3', 'targetOn.b1-training': '1 juni 2021' },
		...{ 'answer.p11-training': 'plan', 'targetOn.p11-training': '1 juli 2021' },
		...{ 'answer.b2-netwerk': '', 'effectiveOn.b2-netwerk': '10 mei 2021' },
		...{ 'answer.b1-record': 'confirm' }
	};
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	giveKeys(form);
	return form;
}

it('each answered line is an entry of its own, with its key, its day and what it says', () => {
	const form = filledIn();
	const entries = entriesOf(form, '/mijn-bibliotheken?/record', NOW, say);
	expect(entries.map(({ about, label }) => [about, label])).toEqual([
		['b1-training', '(b1-training): achieve 9 mei 2021'],
		['p11-training', '(p11-training): plan 1 juli 2021'],
		['b1-record', '(b1-record): confirm']
	]);
	expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
});

it('sent on its own, an entry is read as the line of the form was', () => {
	const form = filledIn();
	const together = readLines(form);
	expect(together.lines.map(({ entryKey }) => entryKey)).not.toContain(null);
	for (const [index, { fields, key }] of entriesOf(form, '/', NOW, say).entries()) {
		const alone = new FormData();
		for (const [name, value] of fields) alone.append(name, value);
		const { lines, unreadable } = readLines(alone);
		expect(unreadable).toBe(0);
		expect(lines).toEqual([together.lines[index]]);
		expect(lines[0]!.entryKey).toBe(key);
	}
});
