import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOf, ENTRY_KINDS, entriesStanding, entryProblem, readEuros } from './course.ts';
import type { GrantEntry } from './course.ts';

const entryOf = (more: Partial<GrantEntry>): GrantEntry => ({
	...{ id: 1, kind: 'decision', libraryId: 1, scheme: 'a', year: 2021, onDay: '2021-02-01' },
	...{ amountCents: 100_000, undoesId: null, recordedOn: '2021-02-02', ...more }
});
const undo = (id: number, undoesId: number, recordedOn: string): GrantEntry =>
	entryOf({ id, kind: 'undone', amountCents: null, undoesId, recordedOn });

describe('the course of a subsidy', () => {
	const entries = [
		entryOf({ id: 1, kind: 'application', amountCents: null, onDay: '2020-12-01' }),
		entryOf({ id: 2 }),
		entryOf({ id: 3, kind: 'payment', amountCents: 60_000, onDay: '2021-03-01' }),
		entryOf({ id: 4, kind: 'payment', amountCents: 40_000, onDay: '2021-09-01' }),
		entryOf({ id: 5, kind: 'reclaim', amountCents: 10_000, onDay: '2022-01-10' })
	];
	const paidOn = (day: string) => courseOf(entriesStanding(entries, day, null)).paidCents;

	it('is what had happened by a day', () => {
		expect(['2021-02-28', '2021-03-01', '2021-12-31', '2022-01-10'].map(paidOn)).toEqual([
			0, 60_000, 100_000, 90_000
		]);
		expect(courseOf(entriesStanding(entries, '2021-01-31', null))).toMatchObject({
			...{ appliedOn: '2020-12-01', awardedCents: null }
		});
	});

	it('takes the last decision', () => {
		const raised = [...entries, entryOf({ id: 6, amountCents: 150_000, onDay: '2021-06-01' })];
		const awarded = (day: string) => courseOf(entriesStanding(raised, day, null)).awardedCents;
		expect([awarded('2021-05-31'), awarded('2021-06-01')]).toEqual([100_000, 150_000]);
	});

	it('is restored by an undo, and a past day of knowing keeps what was undone later', () => {
		const any = fc.array(
			fc.record({
				kind: fc.constantFrom(...ENTRY_KINDS),
				amountCents: fc.integer({ min: 1, max: 1_000_000 }),
				onDay: fc.constantFrom('2021-01-01', '2021-02-01', '2021-03-01')
			}),
			{ maxLength: 12 }
		);
		fc.assert(
			fc.property(any, any, (before, later) => {
				const made = [...before, ...later].map((one, id) => entryOf({ id, ...one }));
				const first = made.slice(0, before.length);
				const undone = made
					.slice(before.length)
					.map(({ id }) => undo(1_000 + id, id, '2021-04-01'));
				const stands = (list: GrantEntry[], known: string | null) =>
					courseOf(entriesStanding(list, '2021-12-31', known));
				expect(stands([...made, ...undone], null)).toEqual(stands(first, null));
				expect(stands([...made, ...undone], '2021-03-31')).toEqual(stands(made, null));
			})
		);
	});
});

describe('an entry', () => {
	const decided = [entryOf({})];
	const paid = [...decided, entryOf({ id: 2, kind: 'payment', amountCents: 500 })];

	it.each([
		['decision', '2021-07-02', [], 'in_future'],
		['instalment', '2021-07-02', decided, null],
		['payment', '2021-07-01', [], 'no_decision'],
		['payment', '2021-07-01', decided, null],
		['reclaim', '2021-07-01', decided, 'more_than_paid'],
		['reclaim', '2021-07-01', paid, null],
		['application', '2021-07-01', [], null]
	] as const)('of kind %s on %s: %#', (kind, onDay, standing, problem) => {
		expect(entryProblem({ kind, onDay, amountCents: 500 }, standing, '2021-07-01')).toBe(problem);
	});

	it.each([
		['12.345,67', 1_234_567],
		['€ 25.000', 2_500_000],
		['25000', 2_500_000],
		['25000.5', 2_500_050],
		['0,05', 5],
		['1.23,4', null],
		['-5', null],
		['', null],
		['veel', null]
	])('amounts are read as they are typed: %s', (text, cents) => {
		expect(readEuros(text)).toBe(cents);
	});
});
