import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { EventKind } from '#lib/ledger/event/event.ts';
import { isOverdue } from '#lib/ledger/milestone/lateness.ts';
import { planFactsOf, situationOf, type MilestoneSituation } from './situation.ts';
import { warningsOf } from './warnings.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';

const TODAY = '2021-05-10';

type Said = { kind: EventKind; effectiveOn?: string; targetOn?: string };

/** The situation of a milestone after these entries, all recorded today, one after the other. */
function situation(milestoneCode: string, said: Said[]): MilestoneSituation {
	const events = said.map(
		({ kind, effectiveOn = TODAY, targetOn = null as string | null }, index): RecordedEvent => ({
			...{ id: index + 1, kind, effectiveOn, targetOn, milestoneCode },
			...{ recordedAt: `${TODAY}T10:00:0${index}Z`, recordedOn: TODAY, correctsEventId: null },
			...{ subject: libraryOf(1), openingForm: null, datePrecision: 'day' },
			...{ reasonCode: null, note: null, noteVisibility: 'internal' },
			...{ recordedBy: 'a', recordedFor: 'Proef-POI' }
		})
	);
	return situationOf(events, milestoneCode, TODAY);
}

function codes(
	of: MilestoneSituation,
	dependsOn: string[] = [],
	others: MilestoneSituation[] = []
): string[] {
	const byCode = new Map(others.map((other) => [other.milestoneCode, other]));
	return warningsOf(of, dependsOn, byCode, TODAY).map(({ code }) => code);
}

const opened = situation('opening', [{ kind: 'achieved' }]);

describe('a warning', () => {
	it('remarks on an opening before the training, and not once the training is done', () => {
		const training = situation('training', [{ kind: 'planned', targetOn: '2021-06-01' }]);
		expect(codes(opened, ['training'], [training])).toEqual(['done_before']);
		const trained = situation('training', [{ kind: 'achieved' }]);
		expect(codes(opened, ['training'], [trained])).toEqual([]);
		const spared = situation('training', [{ kind: 'not_applicable' }]);
		expect(codes(opened, ['training'], [spared])).toEqual([]);
	});

	it('remarks on an opening planned after the last start, and on nothing else so late', () => {
		const plan = (targetOn: string): Said[] => [{ kind: 'planned', targetOn }];
		expect(codes(situation('opening', plan('2021-10-01')))).toEqual(['after_last_start']);
		expect(codes(situation('opening', plan('2021-09-30')))).toEqual([]);
		expect(codes(situation('borging', plan('2021-10-01')))).toEqual([]);
	});

	it('remarks on a step that is planned before what it waits for', () => {
		const on = (code: string, targetOn: string) => situation(code, [{ kind: 'planned', targetOn }]);
		const opening = on('opening', '2021-06-01');
		expect(codes(opening, ['training'], [on('training', '2021-06-02')])).toEqual([
			'planned_before'
		]);
		expect(codes(opening, ['training'], [on('training', '2021-06-01')])).toEqual([]);
		const trained = situation('training', [{ kind: 'achieved' }]);
		expect(codes(opening, ['training'], [trained])).toEqual([]);
	});

	it('remarks on a plan made after it was reached, never on being ready before the planned day', () => {
		const plan: Said = { kind: 'planned', targetOn: '2021-08-01' };
		const achieved: Said = { kind: 'achieved' };
		expect(codes(situation('training', [plan, achieved]))).toEqual([]);
		expect(codes(situation('training', [achieved, plan]))).toEqual(['plan_after_achieved']);
	});

	it('remarks on a plan made just now for a day that has passed', () => {
		const past: Said[] = [{ kind: 'planned', targetOn: '2021-05-01' }];
		expect(codes(situation('training', past))).toEqual(['plan_in_past']);
	});
});

describe('a plan', () => {
	const past: Said = { kind: 'planned', targetOn: '2021-05-09' };
	const overdue = (...said: Said[]) =>
		isOverdue(planFactsOf(situation('training', [past, ...said])), TODAY);

	it('is overdue the day after, unless it was reached, paused or withdrawn', () => {
		expect(overdue()).toBe(true);
		expect(overdue({ kind: 'planned', targetOn: TODAY })).toBe(false);
		for (const kind of ['achieved', 'on_hold', 'plan_withdrawn'] as const)
			expect(overdue({ kind })).toBe(false);
		expect(overdue({ kind: 'on_hold' }, { kind: 'resumed' })).toBe(true);
	});

	it('is not overdue while it is expected on a day that has not passed', () => {
		expect(overdue({ kind: 'forecast', targetOn: TODAY })).toBe(false);
		expect(overdue({ kind: 'forecast', targetOn: '2021-05-09' })).toBe(true);
		const said: Said = { kind: 'forecast', targetOn: '2021-06-01' };
		expect(overdue(said, { kind: 'forecast_withdrawn' })).toBe(true);
	});
});
