import { factDayOf } from '#lib/base/as-of/as-of.ts';
import type { Figure, FigureContext, FigureTable } from '#lib/base/charts/figure.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { confidenceLabel } from '#lib/base/source/confidence.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isDecision, type ProgrammeEvent } from '#lib/programme/programme-event/programme-event.ts';
import { kindText, periodText, reasonOf, titleOf } from '#lib/programme/programme-event/texts.ts';
import { splitEvents } from './split-events.ts';
import type { Timeline } from './types.ts';

type TextFigure = Omit<Figure, 'panels'>;

/** Everything in the timeline, of the kinds that were asked for. */
export function timelineFigure(timeline: Timeline): TextFigure {
	return {
		id: 'gebeurtenissen',
		title: m.timeline_title(),
		sentence: timelineSentence(timeline),
		table: tableOf(timeline.events),
		definitions: []
	};
}

/** The decisions of the programme, with why they were taken. */
export function decisionsFigure({ events }: Pick<Timeline, 'events'>): TextFigure {
	const decisions = events.filter(isDecision);
	const reasoned = decisions.filter(({ reasonNl }) => reasonNl !== null).length;
	return {
		id: 'besluiten',
		title: m.timeline_decisions_title(),
		sentence:
			decisions.length === 0
				? m.timeline_decisions_none()
				: m.timeline_decisions_sentence({ count: decisions.length, reasoned }),
		table: tableOf(decisions),
		definitions: []
	};
}

/** In which phase the day is, what came last before it, and how much comes after it. */
export function timelineSentence({ events, phases, view, today }: Timeline): string {
	const day = factDayOf(view.asOf, today);
	const date = formatDay(day, getLocale());
	const { before, after } = splitEvents(events, day);
	const last = before.filter(({ kind }) => kind !== 'phase').at(-1);
	return [
		...(phases === null ? [] : [phaseSentence(phases, date)]),
		last
			? m.timeline_last({ title: titleOf(last), when: periodText(last) })
			: m.timeline_nothing_before(),
		after.length === 0 ? m.timeline_after_none() : m.timeline_after({ count: after.length })
	].join(' ');
}

function phaseSentence(phases: readonly ProgrammeEvent[], date: string): string {
	if (phases.length === 0) return m.timeline_no_phase({ date });
	const phase = phases.map(titleOf).join(', ');
	return m.timeline_in_phase({ date, phase, count: phases.length });
}

function tableOf(events: Timeline['events']): FigureTable {
	return {
		columns: [
			{ key: 'gebeurtenis', label: m.timeline_column_title(), kind: 'text' },
			{ key: 'begin', label: m.timeline_column_start(), kind: 'day' },
			{ key: 'eind', label: m.timeline_column_end(), kind: 'day' },
			{ key: 'soort', label: m.timeline_column_kind(), kind: 'text' },
			{ key: 'reden', label: m.timeline_column_reason(), kind: 'text' },
			{ key: 'zekerheid', label: m.timeline_column_confidence(), kind: 'text' },
			{ key: 'bron_van_de_gebeurtenis', label: m.timeline_column_source(), kind: 'text' },
			{ key: 'vastgelegd_op', label: m.timeline_column_recorded(), kind: 'day' },
			{ key: 'vastgelegd_door', label: m.timeline_column_author(), kind: 'text' }
		],
		rows: events.map((event) => [
			...[titleOf(event), event.startsOn, event.endsOn, kindText(event.kind)],
			...[reasonOf(event)?.text ?? null, confidenceLabel(event.confidence), event.source],
			...[event.recordedOn, event.recordedFor]
		])
	};
}

/** Dates and chosen kinds. The events are real ones with a source, whatever the rest of the data is. */
export function timelineContext({ view, today, query }: Timeline): FigureContext {
	const unfiltered = { ...view, filters: NO_FILTERS };
	const context = viewContext({ view: unfiltered, today, demoData: false }, []);
	return {
		...context,
		filters: query.kinds.map((kind) => m.timeline_only_kind({ kind: kindText(kind) })),
		source: m.timeline_source()
	};
}

/** The files of the page: `/tijdlijn/NAME.csv`, and what each is of. */
export const timelineFiles = [
	{ name: 'gebeurtenissen', of: timelineFigure },
	{ name: 'besluiten', of: decisionsFigure }
] as const;
