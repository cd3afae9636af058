import { viewContext } from '#lib/base/selection/figure-context.ts';
import { networkFiles } from '#lib/figures/referral/figures.ts';
import type { Networks } from '#lib/figures/referral/types.ts';
import { ofEveryStatus } from '#lib/server/base/selection/where.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import { listNetworks } from './queries.ts';

/** The local networks of the libraries. Filters by status do not apply. */
export const referralPage = definePage<null, { networks: Networks }>({
	path: '/voortgang/netwerk',
	ask: asksNoMore,
	read: async ({ db, view, where, demoData, today }) => ({
		networks: { view, today, demoData, libraries: await listNetworks(db, ofEveryStatus(where)) }
	}),
	context: ({ networks, supportInstitutes }) => viewContext(networks, supportInstitutes),
	files: networkFiles.map(({ name, of }) => ({ name, of: ({ networks }) => of(networks) })),
	fileName: (name, day) => `ido-netwerk-${name}-${day}`,
	api: {
		operation: 'leesNetwerk',
		tag: 'Voortgang',
		summary:
			'Hoe ver bibliotheken zijn met partners om naar door te verwijzen, en welke soorten ontbreken'
	}
});
