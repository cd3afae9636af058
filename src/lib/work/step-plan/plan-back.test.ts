import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { EventKind } from '#lib/ledger/event/event.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import { situationOf } from '#lib/work/update/situation.ts';
import { firstOpening, isTakenAtFirst, openingOf, planBack } from './plan-back.ts';
import type { OpeningDay } from './types.ts';

const TODAY = '2021-05-10';
const STEPS = [
	{ milestoneCode: 'variant', offsetWeeks: 18, dependsOn: [], notApplicableAllowed: false },
	{ milestoneCode: 'gids', offsetWeeks: 33, dependsOn: ['variant'], notApplicableAllowed: false },
	{ milestoneCode: 'opening', offsetWeeks: 36, dependsOn: ['gids'], notApplicableAllowed: false },
	{
		milestoneCode: 'registratie',
		offsetWeeks: 37,
		dependsOn: ['opening'],
		notApplicableAllowed: false
	},
	{ milestoneCode: 'verantwoording', offsetWeeks: null, dependsOn: [], notApplicableAllowed: false }
];
const PLANNED: OpeningDay = { on: '2021-07-01', said: 'planned' };

type Said = [code: string, kind: EventKind, targetOn?: string];

const situationsOf = (said: Said[]) => {
	const events = said.map(
		([milestoneCode, kind, targetOn = null as unknown as string], index): RecordedEvent => ({
			...{ id: index + 1, kind, effectiveOn: TODAY, targetOn, milestoneCode },
			...{ recordedAt: `${TODAY}T10:00:0${index}Z`, recordedOn: TODAY, correctsEventId: null },
			...{ subject: pointOf(1), openingForm: null, datePrecision: 'day' },
			...{ reasonCode: null, note: null, noteVisibility: 'internal' },
			...{ recordedBy: 'a', recordedFor: 'Proef-POI' }
		})
	);
	return new Map(
		STEPS.map(({ milestoneCode }) => [milestoneCode, situationOf(events, milestoneCode, TODAY)])
	);
};

function lines(said: Said[] = [], opening = PLANNED) {
	const own = situationsOf(said);
	return planBack({ steps: STEPS, own, others: own, opening }, (code) => code, TODAY);
}
const line = (code: string, said: Said[] = [], opening = PLANNED) =>
	lines(said, opening).find(({ milestoneCode }) => milestoneCode === code);

describe('planning back from an opening', () => {
	it('gives each step its weeks before or after it, and none to a yearly duty', () => {
		expect(lines().map(({ milestoneCode, countedOn }) => [milestoneCode, countedOn])).toEqual([
			['variant', '2021-02-25'],
			['gids', '2021-06-10'],
			['opening', '2021-07-01'],
			['registratie', '2021-07-08']
		]);
	});

	it('leaves out what is done or does not apply', () => {
		expect(line('gids', [['gids', 'achieved']])).toBeUndefined();
		expect(line('gids', [['gids', 'not_applicable']])).toBeUndefined();
		expect(line('gids', [['gids', 'on_hold']])).toMatchObject({ onHold: true });
	});

	it('proposes no day that has passed', () => {
		expect(line('variant')).toMatchObject({ fate: 'past', proposedOn: null });
		expect(line('gids', [], { on: '2021-05-31', said: 'asked' })).toMatchObject({
			fate: 'new',
			proposedOn: TODAY
		});
	});

	it('takes beforehand only what nobody planned and is not on hold', () => {
		const moved: Said = ['gids', 'planned', '2021-06-01'];
		expect(line('gids', [moved])).toMatchObject({
			fate: 'moves',
			basedOn: 1,
			planOn: '2021-06-01'
		});
		expect(line('opening', [['opening', 'planned', '2021-07-01']])?.fate).toBe('same');
		const taken = (said: Said[]) => isTakenAtFirst(line('gids', said)!);
		expect([taken([]), taken([moved]), taken([['gids', 'on_hold']])]).toEqual([true, false, false]);
	});

	it('warns of a step planned before what it waits for, and of an opening after the last start', () => {
		expect(lines().flatMap(({ warnings }) => warnings)).toEqual([]);
		const late: Said = ['gids', 'planned', '2021-08-01'];
		expect(line('opening', [late])?.warnings).toEqual([
			{ code: 'planned_before', milestoneCode: 'gids' }
		]);
		expect(line('opening', [], { on: '2021-10-01', said: 'asked' })?.warnings).toEqual([
			{ code: 'after_last_start' }
		]);
	});
});

describe('the opening that is counted from', () => {
	const opening = (...said: Said[]) => openingOf(situationsOf(said).get('opening')!);

	it('is the day it opened, else its plan, else none', () => {
		const plan: Said = ['opening', 'planned', '2021-07-01'];
		expect(opening(plan, ['opening', 'achieved'])).toEqual({ on: TODAY, said: 'achieved' });
		expect(opening(plan)).toEqual(PLANNED);
		expect(opening()).toBeNull();
	});

	it('of a library is the first of its locations', () => {
		const later: OpeningDay = { on: '2021-09-01', said: 'planned' };
		expect(firstOpening([null, later, PLANNED])).toEqual(PLANNED);
		expect(firstOpening([null])).toBeNull();
	});
});
