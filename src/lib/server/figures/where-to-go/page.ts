import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { choosePlanned, choosePoints } from '#lib/figures/where-to-go/choose-points.ts';
import { whereToGoFiles } from '#lib/figures/where-to-go/figures.ts';
import { parseWhereToGo, type WhereToGoQuery } from '#lib/figures/where-to-go/query.ts';
import type { WhereToGo } from '#lib/figures/where-to-go/types.ts';
import { HOURS_TRAITS, scheduleOf } from '#lib/network/opening-hours/schedule.ts';
import { definePage } from '#lib/server/figures/page/define-page.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { listTraitsOf } from '#lib/server/network/trait/queries.ts';
import { findPlace } from './find-place.ts';
import { listNear, listPlanned } from './list-near.ts';

/** Where somebody who lives in a place can go: the nearest points that are open on the day. */
export const whereToGoPage = definePage<WhereToGoQuery, { answer: WhereToGo }>({
	path: '/waar-terecht',
	ask: ({ params, notices }) => parseWhereToGo(params, notices),
	read: async (question, query) => ({ answer: await readWhereToGo(question, query) }),
	context: ({ answer, supportInstitutes }) => viewContext(answer, supportInstitutes),
	files: whereToGoFiles.map(({ name, of }) => ({ name, of: ({ answer }) => of(answer) })),
	api: {
		operation: 'leesWaarTerecht',
		tag: 'Dekking',
		summary:
			'De dichtstbijzijnde informatiepunten die op een dag open zijn, gezien vanuit een plaats',
		answered:
			'De dichtstbijzijnde informatiepunten die op een dag open zijn, gezien vanuit een plaats. Filters doen niet mee: mensen gaan ook over een grens heen.'
	}
});

async function readWhereToGo(
	{ db, view, where, today, demoData }: Question,
	query: WhereToGoQuery
): Promise<WhereToGo> {
	const found = await findPlace(db, where, query.asked);
	// Filters are left out: they would send somebody past the nearest door.
	const asked = { view: { ...view, filters: NO_FILTERS }, today, demoData, query, found };
	if (!found.place) return { ...asked, points: [], shut: [], planned: null };
	const [candidates, planned] = await Promise.all([
		listNear(db, where, found.place),
		listPlanned(db, where, found.place)
	]);
	const ids = candidates.filter(({ accessible }) => accessible).map(({ id }) => id);
	const traits = await listTraitsOf(db, ids, HOURS_TRAITS);
	const schedules = new Map(
		ids.map((id) => [id, scheduleOf(traits.get(id) ?? [], view.asOf.knownOn)])
	);
	return {
		...asked,
		...choosePoints(found.place, candidates, schedules, view.asOf.validOn),
		planned: choosePlanned(found.place, planned)
	};
}
