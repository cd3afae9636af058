import { viewContext } from '#lib/base/selection/figure-context.ts';
import { freshnessFiles } from '#lib/figures/freshness/figures.ts';
import type { Freshness } from '#lib/figures/freshness/types.ts';
import { keepsEmptyGroups, knownDay, ofEveryStatus } from '#lib/server/base/selection/where.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import { readThreshold } from '#lib/server/ledger/threshold/threshold.ts';
import { listProvinces } from '#lib/server/network/province/queries.ts';
import { countedTo } from '#lib/server/ledger/last-look/list-last-looks.ts';
import { listLibraryLooks } from './queries.ts';

/** How long ago somebody looked at each library. Filters by status do not apply. */
export const freshnessPage = definePage<null, { freshness: Freshness }>({
	path: '/voortgang/laatst-bekeken',
	ask: asksNoMore,
	read: async ({ db, view, where, demoData, today, supportInstitutes }) => {
		const [silentWeeks, libraries, provinces] = await Promise.all([
			readThreshold(db, 'silent_weeks', knownDay(where)),
			listLibraryLooks(db, ofEveryStatus(where)),
			listProvinces(db)
		]);
		const namesOf = (groups: readonly { name: string }[]) =>
			keepsEmptyGroups(where) ? groups.map(({ name }) => name) : [];
		const every = { institute: namesOf(supportInstitutes), province: namesOf(provinces) };
		return {
			freshness: {
				...{ view, today, demoData, countedTo: countedTo(where) },
				...{ silentWeeks, libraries, every }
			}
		};
	},
	context: ({ freshness, supportInstitutes }) => viewContext(freshness, supportInstitutes),
	files: freshnessFiles.map(({ name, of }) => ({ name, of: ({ freshness }) => of(freshness) })),
	fileName: (name, day) => `ido-laatst-bekeken-${name}-${day}`,
	api: {
		operation: 'leesLaatstBekeken',
		tag: 'Voortgang',
		summary: 'Hoe lang geleden iemand naar elke bibliotheek keek, per POI en per provincie'
	}
});
