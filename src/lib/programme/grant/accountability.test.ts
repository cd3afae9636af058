import { describe, expect, it } from 'vitest';
import { ACCOUNTS_ABOVE_CENTS, dutiesOn, duesKnown, type GrantDue } from './accountability.ts';
import type { GrantEntry } from './course.ts';

let id = 0;
const entry = (more: Partial<GrantEntry>): GrantEntry => ({
	...{ id: ++id, kind: 'decision', libraryId: 1, scheme: 'digitale-inclusie', year: 2020 },
	...{ onDay: '2020-03-01', amountCents: 8_000_00, undoesId: null, recordedOn: '2020-03-02' },
	...more
});
const due = (more: Partial<GrantDue>): GrantDue => ({
	...{ id: ++id, kind: 'survey', year: 2020, dueOn: '2021-04-01', source: 'een brief' },
	...{ recordedOn: '2021-01-10', recordedFor: 'KB', ...more }
});
const statesOn = (day: string, entries: GrantEntry[], dues: GrantDue[] = [], known = day) =>
	dutiesOn(entries, dues, day, known).map(({ kind, year, state }) => `${kind} ${year} ${state}`);

describe('what a library hands in', () => {
	it.each([
		['2020-12-31', [], 'survey 2020 not_yet'],
		['2021-01-01', [], 'survey 2020 undated'],
		['2021-04-01', [due({})], 'survey 2020 due'],
		['2021-04-02', [due({})], 'survey 2020 late'],
		// The day was not set yet.
		['2021-01-09', [due({})], 'survey 2020 undated'],
		// It was set, and taken away again.
		['2021-04-02', [due({}), due({ dueOn: null })], 'survey 2020 undated'],
		// Of another document or year.
		['2021-04-02', [due({ kind: 'accounts' }), due({ year: 2019 })], 'survey 2020 undated']
	])('is on %s', (day, dues, state) => {
		expect(statesOn(day, [entry({})], dues)).toEqual([state]);
	});

	it('is in from the day on which it was, and not before that was known', () => {
		const handed = entry({
			...{ kind: 'survey', onDay: '2021-03-15', amountCents: null, recordedOn: '2021-05-01' }
		});
		const on = (day: string, known: string) => statesOn(day, [entry({}), handed], [due({})], known);
		expect(on('2021-03-14', '2021-05-01')).toEqual(['survey 2020 due']);
		expect(on('2021-03-15', '2021-05-01')).toEqual(['survey 2020 handed_in']);
		expect(on('2021-04-20', '2021-04-30')).toEqual(['survey 2020 late']);
	});

	it('is asked again when it is undone, and not at all without an award', () => {
		const handed = entry({ kind: 'survey', onDay: '2021-02-01', amountCents: null });
		const undone = entry({ kind: 'undone', undoesId: handed.id, amountCents: null });
		expect(statesOn('2021-03-01', [entry({}), handed, undone])).toEqual(['survey 2020 undated']);
		expect(statesOn('2021-03-01', [entry({ kind: 'application', amountCents: null })])).toEqual([]);
		expect(statesOn('2021-03-01', [entry({ amountCents: 0 })])).toEqual([]);
	});

	it('has annual accounts above the limit of all schemes and years together, and a survey of one scheme', () => {
		const tax = (amountCents: number) =>
			entry({ scheme: 'belastingdienst', year: 2021, onDay: '2021-02-01', amountCents });
		const rest = ACCOUNTS_ABOVE_CENTS - 8_000_00;
		expect(statesOn('2021-03-01', [entry({}), tax(rest)])).toEqual(['survey 2020 undated']);
		expect(statesOn('2021-03-01', [entry({}), tax(rest + 1)])).toEqual([
			...['survey 2020 undated', 'accounts 2020 undated', 'accounts 2021 not_yet']
		]);
		// Before the second award it was below.
		expect(statesOn('2021-01-31', [entry({}), tax(rest + 1)])).toEqual(['survey 2020 undated']);
	});
});

it('knows the last row of each last day', () => {
	const rows = [due({ dueOn: '2021-05-01' }), due({ recordedOn: '2021-02-01' })];
	expect(duesKnown(rows, '2021-01-31')).toEqual([rows[0]]);
	expect(duesKnown(rows.toReversed(), null)).toEqual([rows[1]]);
});
