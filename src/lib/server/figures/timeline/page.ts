import { factDayOf } from '#lib/base/as-of/as-of.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { timelineContext, timelineFiles } from '#lib/figures/timeline/figures.ts';
import { parseTimeline, type TimelineQuery } from '#lib/figures/timeline/query.ts';
import type { Timeline } from '#lib/figures/timeline/types.ts';
import { asKind } from '#lib/programme/programme-event/programme-event.ts';
import { listProgrammeEvents } from '#lib/server/base/source/programme-events.ts';
import { saySource } from '#lib/server/base/source/say-fact.ts';
import { definePage } from '#lib/server/figures/page/define-page.ts';
import type { Question } from '#lib/server/figures/page/question.ts';

/** The phases, events and decisions of the programme. */
export const timelinePage = definePage<TimelineQuery, { timeline: Timeline }>({
	path: '/tijdlijn',
	ask: ({ params, notices }) => parseTimeline(params, notices),
	read: async (question, query) => ({ timeline: await readTimeline(question, query) }),
	context: ({ timeline }) => timelineContext(timeline),
	files: timelineFiles.map(({ name, of }) => ({ name, of: ({ timeline }) => of(timeline) })),
	api: {
		operation: 'leesTijdlijn',
		tag: 'Programma',
		summary: 'Fasen, gebeurtenissen en besluiten van het programma, met bron',
		answered:
			'Fasen, gebeurtenissen en besluiten van het programma, met bron. Filters op plaats doen niet mee: het programma is van het hele land.'
	}
});

async function readTimeline(
	{ db, view, today }: Question,
	query: TimelineQuery
): Promise<Timeline> {
	// Of a day to come nothing has happened yet: the facts are those of today.
	const day = factDayOf(view.asOf, today);
	const known = (await listProgrammeEvents(db, view.asOf.knownOn)).map((event) => ({
		...event,
		kind: asKind(event.kind),
		source: saySource(event.source)
	}));
	const phases = known.filter(({ kind }) => kind === 'phase');
	const asked = query.kinds;
	return {
		...{ view: { ...view, filters: NO_FILTERS }, today, query },
		events: known.filter(({ kind }) => asked.length === 0 || asked.includes(kind)),
		phases:
			phases.length === 0
				? null
				: phases.filter(
						({ startsOn, endsOn }) => startsOn <= day && endsOn !== null && day <= endsOn
					)
	};
}
