import { getDb } from '#lib/server/db/app-db.ts';
import {
	listProgrammeEvents,
	listPublishedFigures,
	listTargets
} from '#lib/server/source/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const db = getDb();
	const [figures, targets, events] = await Promise.all([
		listPublishedFigures(db),
		listTargets(db),
		listProgrammeEvents(db)
	]);
	return { figures, targets, events };
};
