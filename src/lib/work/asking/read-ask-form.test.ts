import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readAskForm } from './read-ask-form.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const TODAY = '2022-01-31';

function read(change: Record<string, string | string[]> = {}) {
	const form = new FormData();
	const typed = {
		...{ question: ' Klopt deze datum nog? ', dueOn: '14-2-2022', round: 'r1' },
		about: ['p34-opening', 'b12-record'],
		...change
	};
	for (const [name, value] of Object.entries(typed))
		for (const one of [value].flat()) form.append(name, one);
	return readAskForm(form, TODAY);
}

describe('the page that asks', () => {
	it('reads a question, its day and what it is about, each once', () => {
		expect(read({ about: ['p34-opening', 'p34-opening', 'b12-record'] })).toEqual({
			question: 'Klopt deze datum nog?',
			dueOn: '2022-02-14',
			round: 'r1',
			about: [
				{ level: 'information_point', id: 34, milestoneCode: 'opening' },
				{ level: 'library', id: 12, milestoneCode: 'record' }
			]
		});
	});

	it.each<[Record<string, string | string[]>, string[]]>([
		[{ question: ' ' }, ['question']],
		[{ question: 'x'.repeat(1001) }, ['question']],
		[{ dueOn: 'gauw' }, ['dueOn']],
		[{ dueOn: '30-1-2022' }, ['dueOn']],
		[{ dueOn: '2-2-2023' }, ['dueOn']],
		[{ about: [] }, ['about']],
		[{ about: ['p34-opening', 'x'] }, ['about']],
		[{ question: '', dueOn: '', about: [] }, ['question', 'dueOn', 'about']]
	])('refuses %j', (change, fields) => {
		expect(Object.keys(read(change).errors ?? {})).toEqual(fields);
	});

	it('takes today and a year from now', () => {
		expect(read({ dueOn: '31-1-2022' }).errors).toBeUndefined();
		expect(read({ dueOn: '1-2-2023' }).errors).toBeUndefined();
	});
});
