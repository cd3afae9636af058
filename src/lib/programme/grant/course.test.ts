import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	courseOf,
	ENTRY_KINDS,
	entriesStanding,
	entryProblem,
	mayTakeBack,
	readEuros
} from './course.ts';
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

/** A decision of February and one of June, and a payment on a day. */
const twice = (paidOn: string) => [
	...[entryOf({}), entryOf({ id: 9, onDay: '2021-06-01' })],
	entryOf({ id: 2, kind: 'payment', onDay: paidOn })
];

describe('an entry', () => {
	const decided = [entryOf({})];
	const paid = [...decided, entryOf({ id: 2, kind: 'payment', amountCents: 500 })];

	const paidLater = [
		...decided,
		entryOf({ id: 2, kind: 'payment', onDay: '2021-03-01', amountCents: 500 })
	];
	const reclaimed = [
		...paidLater,
		entryOf({ id: 3, kind: 'reclaim', onDay: '2021-05-01', amountCents: 100 })
	];

	it.each([
		['the only decision, with a payment', 1, paid, false],
		['the only decision, without money', 1, decided, true],
		['a payment of which nothing was reclaimed', 2, paid, true],
		['a payment of which some was reclaimed', 2, reclaimed, false],
		['what was reclaimed', 3, reclaimed, true],
		['a later decision', 9, [...paid, entryOf({ id: 9, onDay: '2021-06-01' })], true],
		['the first of two decisions, paid after both', 1, twice('2021-07-01'), true],
		['the first of two decisions, paid between them', 1, twice('2021-05-01'), false]
	] as const)('is undone where nothing rests on it: %s', (_, id, standing, may) => {
		expect(mayTakeBack(id, standing)).toBe(may);
	});

	it.each([
		['decision', '2021-07-02', [], 'in_future'],
		['instalment', '2021-07-02', decided, null],
		['payment', '2021-07-01', [], 'no_decision'],
		['payment', '2021-07-01', decided, null],
		['reclaim', '2021-07-01', decided, 'more_than_paid'],
		['reclaim', '2021-07-01', paid, null],
		['payment', '2021-01-31', decided, 'before_decision'],
		['payment', '2021-02-01', decided, null],
		['instalment', '2021-01-31', decided, 'before_decision'],
		['settlement', '2020-12-31', paid, 'before_decision'],
		['reclaim', '2021-01-31', paid, 'before_decision'],
		['reclaim', '2021-02-28', paidLater, 'more_than_paid'],
		['reclaim', '2021-03-01', paidLater, null],
		['reclaim', '2021-03-01', reclaimed, 'more_than_paid'],
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
		['€ 1,250.50', 125_050],
		['1,234,567.8', 123_456_780],
		['1,250', null],
		['12,50.10', null],
		['1.23,4', null],
		['-5', null],
		['', null],
		['veel', null]
	])('amounts are read as they are typed: %s', (text, cents) => {
		expect(readEuros(text)).toBe(cents);
	});
});
