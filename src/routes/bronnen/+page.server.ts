import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listProgrammeEvents } from '#lib/server/base/source/programme-events.ts';
import { listPublishedFigures, listTargets } from '#lib/server/base/source/queries.ts';
import { sayFact, sayFacts } from '#lib/server/base/source/say-fact.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const db = getDb();
	const [figures, targets, events] = await Promise.all([
		listPublishedFigures(db),
		listTargets(db),
		listProgrammeEvents(db)
	]);
	return {
		figures: sayFacts(figures).map((figure) => ({
			...figure,
			unit: sayFact(figure.unit),
			description: sayFact(figure.description)
		})),
		targets: sayFacts(targets),
		events: sayFacts(events)
	};
};
