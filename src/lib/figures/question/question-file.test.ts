import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestionFile } from './question-file.ts';

const known = new Set([1, 2, 3]);
const lines = (...rows: string[]) => ['kwartaal;locatie_id;locatie;vragen', ...rows].join('\n');

describe('a file of registered questions', () => {
	it('gives a count per location of its quarter', () => {
		const file = readQuestionFile(lines('2021-K3;1;Venlo;120', '2021-K3;3;Tegelen;5'), known);
		expect(file.quarter).toMatchObject({ code: '2021-k3', end: '2021-09-30' });
		expect(file.counts).toEqual([
			{ informationPointId: 1, questions: 120 },
			{ informationPointId: 3, questions: 5 }
		]);
	});

	it.each(['0', '1', '4', '<5', '< 5'])('does not keep a count below five: %s', (count) => {
		const file = readQuestionFile(lines(`2021-K3;1;Venlo;${count}`), known);
		expect(file.counts).toEqual([{ informationPointId: 1, questions: null }]);
	});

	it('reads what a spreadsheet makes of it: commas, a mark in front, empty lines, capitals', () => {
		const text = '\uFEFFKwartaal,Locatie_id,Vragen\r\n2021-k3,2,17\r\n,,\r\n\r\n';
		expect(readQuestionFile(text, known).counts).toEqual([
			{ informationPointId: 2, questions: 17 }
		]);
	});

	it('keeps a name with a comma whole between semicolons', () => {
		const file = readQuestionFile(lines('2021-K3;1;AVV, Vecht en Venen;6'), known);
		expect(file.counts).toEqual([{ informationPointId: 1, questions: 6 }]);
	});

	it('tells everything that is wrong, with its line', () => {
		const text = lines(
			'2021-K5;1;;9',
			'2021-K3;9;;9',
			'2021-K3;2;;-1',
			'2021-K4;3;;9',
			'2021-K3;3;;9'
		);
		expect(readQuestionFile(text, known).problems).toEqual([
			{ kind: 'quarter', line: 2, value: '2021-K5' },
			{ kind: 'location', line: 3, value: '9' },
			{ kind: 'count', line: 4, value: '-1' },
			{ kind: 'other_quarter', line: 5, value: '2021-K4' },
			{ kind: 'twice', line: 6, value: '3' }
		]);
	});

	it('says which columns are missing, and that there is nothing in it', () => {
		expect(readQuestionFile('locatie;aantal\nVenlo;9', known).problems).toEqual([
			{ kind: 'column', column: 'kwartaal' },
			{ kind: 'column', column: 'locatie_id' },
			{ kind: 'column', column: 'vragen' }
		]);
		expect(readQuestionFile('', known).problems).toEqual([{ kind: 'empty' }]);
	});

	it('never throws, and never lets a number from one to four through', () => {
		const row = fc
			.tuple(
				fc.constantFrom('2021-K3', '2021-k4', 'x', ''),
				fc.constantFrom('1', '2', '3', '4', 'x'),
				fc.oneof(fc.nat({ max: 12 }).map(String), fc.string({ maxLength: 6 }))
			)
			.map(([quarter, id, count]) => `${quarter};${id};;${count}`);
		const file = fc.oneof(
			fc.string(),
			fc.array(row, { maxLength: 4 }).map((rows) => lines(...rows))
		);
		fc.assert(
			fc.property(file, (text) => {
				const read = readQuestionFile(text, known);
				for (const { questions } of read.counts ?? [])
					expect(questions === null || questions >= 5).toBe(true);
				expect(read.problems === undefined || read.problems.length > 0).toBe(true);
			})
		);
	});
});
