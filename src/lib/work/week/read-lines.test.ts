import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TASK_KINDS } from '#lib/work/update/work-list.ts';
import { ANSWERS, answersTo } from './answer.ts';
import { lineKey, readLineKey, type LineSubject } from '#lib/work/update/line-key.ts';
import { MOST_LINES, readLines } from './read-lines.ts';

function formOf(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

describe('the name of a line', () => {
	it.each<[LineSubject, string]>([
		[{ level: 'library', id: 12, milestoneCode: 'training' }, 'b12-training'],
		[{ level: 'information_point', id: 34, milestoneCode: 'opening' }, 'p34-opening'],
		[{ level: 'library', id: 7, milestoneCode: 'record' }, 'b7-record']
	])('of %o is %s, and is read back', (subject, key) => {
		expect(lineKey(subject)).toBe(key);
		expect(readLineKey(key)).toEqual(subject);
	});

	it.each([
		'',
		'b12',
		'x12-training',
		'b0-training',
		'b99999999999-training',
		'b12-Training',
		'b1-a b'
	])('"%s" is none', (key) => expect(readLineKey(key)).toBeNull());
});

describe('the lines of a form', () => {
	it('are those with an answer; the fields of other answers are left alone', () => {
		const { lines, unreadable } = readLines(
			formOf({
				madeOn: '2021-05-10',
				'answer.b12-training': 'plan',
				'basedOn.b12-training': '99',
				'targetOn.b12-training': '1 juni 2021',
				'reason.b12-training': 'lockdown',
				'effectiveOn.b12-training': '10-05-2021',
				'note.b12-training': '',
				'answer.p34-opening': '',
				'answer.p35-gids': 'achieve',
				'effectiveOn.p35-gids': '9 mei 2021'
			})
		);
		expect(unreadable).toBe(0);
		expect(lines.map(({ key, answer, errors }) => ({ key, answer, errors }))).toEqual([
			{ key: 'b12-training', answer: 'plan', errors: {} },
			{ key: 'p35-gids', answer: 'achieve', errors: {} }
		]);
		expect(lines[0]!.values).toMatchObject({
			...{ milestone: 'training', basedOn: 99, targetOn: '2021-06-01', reason: 'lockdown' },
			...{ effectiveOn: null, note: null, madeOn: '2021-05-10' }
		});
		expect(lines[1]!.values).toMatchObject({ basedOn: null, effectiveOn: '2021-05-09' });
	});

	it('say what could not be read, and keep the rest', () => {
		const { lines } = readLines(
			formOf({
				'answer.b1-training': 'plan',
				'targetOn.b1-training': 'gauw',
				'reason.b1-training': 'ict'
			})
		);
		expect(Object.keys(lines[0]!.errors)).toEqual(['targetOn']);
		expect(lines[0]!.values.reason).toBe('ict');
	});

	it('of no page of ours are counted, not taken', () => {
		const form = formOf({
			'answer.b1-training': 'delete',
			'answer.zomaar': 'achieve',
			'answer.': 'achieve'
		});
		expect(readLines(form)).toEqual({ lines: [], unreadable: 3 });
	});

	it('are bounded', () => {
		const many = Array.from({ length: MOST_LINES + 2 }, (_, index) => [
			`answer.b${index + 1}-training`,
			'confirm'
		]);
		const { lines, unreadable } = readLines(formOf(Object.fromEntries(many)));
		expect([lines.length, unreadable]).toEqual([MOST_LINES, 2]);
	});

	it('never break, whatever is sent', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.tuple(
						fc.oneof(
							fc.string(),
							fc.string().map((text) => `answer.${text}`)
						),
						fc.string()
					)
				),
				(fields) => {
					const { lines } = readLines(formOf(Object.fromEntries(fields)));
					expect(lines.length).toBeLessThanOrEqual(fields.length);
					for (const { answer } of lines) expect(ANSWERS).toContain(answer);
				}
			)
		);
	});
});

const task = (
	values: Partial<Parameters<typeof answersTo>[0]>
): Parameters<typeof answersTo>[0] => ({
	...{ kind: 'due', milestoneCode: 'training', open: true, inquiries: [] },
	...values
});

describe('the answers to a task', () => {
	it('offer "does not apply" only where the template allows it', () => {
		for (const kind of TASK_KINDS)
			expect(answersTo(task({ kind }), false)).not.toContain('not_applicable');
		expect(answersTo(task({ kind: 'overdue' }), true)).toEqual([
			'achieve',
			'plan',
			'confirm',
			'not_applicable'
		]);
	});

	it('ask "still right" only of what is late or was given up', () => {
		const asked = TASK_KINDS.filter((kind) => answersTo(task({ kind }), true).includes('confirm'));
		expect(asked).toEqual(['long_past', 'overdue', 'withdrawn']);
	});

	it('can be given in words, or be "still right", where somebody asks', () => {
		for (const kind of TASK_KINDS) {
			const answers = answersTo(task({ kind, inquiries: [1] }), true);
			expect(answers).toEqual(expect.arrayContaining(['confirm', 'reply']));
		}
	});

	it('of what is only asked about say that it is done as long as it is not', () => {
		const asked = { kind: 'asked', inquiries: [1] } as const;
		expect(answersTo(task({ ...asked }), false)).toEqual(['achieve', 'plan', 'confirm', 'reply']);
		const only = ['confirm', 'reply'];
		expect(answersTo(task({ ...asked, open: false }), true)).toEqual(only);
		expect(answersTo(task({ ...asked, milestoneCode: 'record' }), true)).toEqual(only);
		expect(answersTo(task({ ...asked, milestoneCode: 'operation' }), true)).toEqual(only);
	});
});
