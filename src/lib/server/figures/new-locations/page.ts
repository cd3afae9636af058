import type { Quarter } from '#lib/base/as-of/quarter.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { newLocationsFiles } from '#lib/figures/new-locations/figures.ts';
import { parseQuarterOf } from '#lib/figures/new-locations/query.ts';
import type { NewLocations } from '#lib/figures/new-locations/types.ts';
import { ofEveryStatus } from '#lib/server/base/selection/where.ts';
import { definePage } from '#lib/server/figures/page/define-page.ts';
import { listNewLocations } from './queries.ts';

/** The locations that opened in a quarter. Filters by status do not apply. */
export const newLocationsPage = definePage<Quarter, { opened: NewLocations }>({
	path: '/nieuwe-locaties',
	ask: ({ params, view, today, notices }) => parseQuarterOf(params, view, today, notices),
	read: async ({ db, view, where, today, demoData }, quarter) => ({
		opened: {
			...{ view, today, demoData, quarter },
			rows: await listNewLocations(db, ofEveryStatus(where), quarter)
		}
	}),
	context: ({ opened, supportInstitutes }) => viewContext(opened, supportInstitutes),
	files: newLocationsFiles.map(({ name, of }) => ({ name, of: ({ opened }) => of(opened) })),
	fileName: (_name, day, { opened }) => `ido-nieuwe-locaties-${opened.quarter.code}-${day}`,
	api: {
		operation: 'leesNieuweLocaties',
		tag: 'Voortgang',
		summary: 'De locaties die in een kwartaal zijn geopend, en sinds wanneer dat bekend is'
	}
});
