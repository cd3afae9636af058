import { describe, expect, it } from 'vitest';
import type { ProgrammeEvent } from '#lib/programme/programme-event/programme-event.ts';
import { parseView } from '#lib/base/selection/view.ts';
import { drawTimeline } from './drawing.ts';
import { decisionsFigure, timelineSentence } from './figures.ts';
import { parseTimeline, timelineParams } from './query.ts';
import { byYear, splitEvents } from './split-events.ts';

function eventOf(startsOn: string, more: Partial<ProgrammeEvent> = {}): ProgrammeEvent {
	return {
		...{ id: 1, code: startsOn, kind: 'programme', startsOn, endsOn: null },
		...{ titleNl: `Iets op ${startsOn}`, titleEn: `Something on ${startsOn}` },
		...{ reasonNl: null, reasonEn: null, source: 'een bron', confidence: 'sourced' },
		...{ recordedOn: null, recordedFor: null, ...more }
	};
}

const phase = eventOf('2020-01-01', {
	kind: 'phase',
	endsOn: '2020-12-31',
	titleNl: 'Uitrol 2020'
});
const view = (validOn: string) =>
	parseView(new URLSearchParams({ peildatum: validOn }), '2022-01-31').view;

describe('the timeline in words', () => {
	const before = eventOf('2020-03-01');
	const after = eventOf('2020-07-01');
	const timeline = (day: string, phases: ProgrammeEvent[] | null) => ({
		...{ view: view(day), today: '2022-01-31', query: { kinds: [] } },
		...{ events: [phase, before, after], phases }
	});

	it('says in which phase the day is, what came last and how much comes after', () => {
		expect(timelineSentence(timeline('2020-06-30', [phase]))).toBe(
			'Op 30 juni 2020 liep de fase Uitrol 2020. Het laatste wat er tot dan toe gebeurde: Iets op 2020-03-01 (1 maart 2020). Daarna staat er nog 1 gebeurtenis in de tijdlijn.'
		);
	});

	it('of a day before everything, and after everything', () => {
		expect(timelineSentence(timeline('2019-06-30', []))).toBe(
			'Op 30 juni 2019 liep er geen fase van het programma. Daarvoor staat er niets in deze lijst. Daarna staan er nog 3 gebeurtenissen in de tijdlijn.'
		);
		expect(timelineSentence(timeline('2021-06-30', []))).toContain(
			'Daarna staat er niets meer in de tijdlijn.'
		);
	});

	it('tells nothing of a day to come as if it had happened', () => {
		const asked = { ...timeline('2020-12-31', [phase]), today: '2020-06-30' };
		expect(timelineSentence(asked)).toContain('Op 30 juni 2020 liep de fase');
		expect(timelineSentence(asked)).toContain('Iets op 2020-03-01 (1 maart 2020)');
	});

	it('says nothing of phases where none is known at all', () => {
		expect(timelineSentence(timeline('2021-06-30', null))).toMatch(/^Het laatste wat er/);
	});

	it('an event of the day itself has happened', () => {
		const parts = splitEvents([before, after], '2020-07-01');
		expect([parts.before.length, parts.after.length]).toEqual([2, 0]);
		expect(byYear([before, after]).map(({ year, events }) => [year, events.length])).toEqual([
			['2020', 2]
		]);
	});

	it('counts as decisions what was decided, and what has a reason', () => {
		const figure = decisionsFigure({
			events: [
				before,
				eventOf('2020-04-01', { kind: 'decision' }),
				{ ...after, reasonNl: 'Om dit.' }
			]
		});
		expect(figure.table.rows.map(([title, , , , reason]) => [title, reason])).toEqual([
			['Iets op 2020-04-01', null],
			['Iets op 2020-07-01', 'Om dit.']
		]);
		expect(figure.sentence).toContain('2 besluiten; van 1 is de reden bekend');
	});
});

describe('the drawing', () => {
	it('runs over whole quarters, with a lane for each kind that occurs', () => {
		const drawing = drawTimeline(
			[phase, eventOf('2020-07-01'), eventOf('2021-02-10')],
			'2020-07-02'
		);
		expect(drawing?.lanes.map(({ kind }) => kind)).toEqual(['phase', 'programme']);
		// From 1 January 2020 to 1 April 2021: 456 days, of which 366 are of 2020.
		expect(drawing?.lanes[0]?.events[0]).toMatchObject({ at: 0, row: 0 });
		expect(drawing?.lanes[0]?.events[0]?.width).toBeCloseTo((366 / 456) * 100, 9);
		expect(drawing?.years).toEqual([
			{ year: '2020', at: 0 },
			{ year: '2021', at: (366 / 456) * 100 }
		]);
		expect(drawing?.day).toBeCloseTo((183 / 456) * 100, 9);
	});

	it('puts what would overlap below each other, and has no day outside itself', () => {
		const drawing = drawTimeline(
			[phase, eventOf('2020-07-01'), eventOf('2020-07-02')],
			'2023-01-01'
		);
		expect(drawing?.lanes[1]?.events.map(({ row }) => row)).toEqual([0, 1]);
		expect([drawing?.lanes[1]?.rows, drawing?.day]).toEqual([2, null]);
	});

	it('is none of nothing', () => {
		expect(drawTimeline([], '2020-01-01')).toBeNull();
	});
});

describe('which kinds are asked for', () => {
	it('is read from words, however they are repeated, and written the same way', () => {
		const query = parseTimeline(new URLSearchParams('soort=subsidie&soort=besluit,fase'), []);
		expect(query.kinds).toEqual(['phase', 'decision', 'subsidy']);
		expect(timelineParams(view('2020-01-01'), query, '2020-01-01').getAll('soort')).toEqual([
			'fase',
			'besluit',
			'subsidie'
		]);
	});

	it('is everything when nothing or all is chosen; what is unknown is told', () => {
		const notices: { parameter: string }[] = [];
		const asked = new URLSearchParams('soort=feest');
		expect(parseTimeline(asked, notices as never).kinds).toEqual([]);
		expect(notices).toMatchObject([{ parameter: 'soort', value: 'feest' }]);
	});
});
