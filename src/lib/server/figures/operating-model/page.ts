import { viewContext } from '#lib/base/selection/figure-context.ts';
import { modelFiles } from '#lib/figures/operating-model/figures.ts';
import type { OperatingModel } from '#lib/figures/operating-model/types.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import { readModel } from './read-model.ts';

/** What information points cost, in sums of enough libraries, and what subsidy stands beside it. */
export const modelPage = definePage<null, { model: OperatingModel }>({
	path: '/exploitatie',
	ask: asksNoMore,
	read: async (question) => ({ model: await readModel(question) }),
	context: ({ model, supportInstitutes }) => viewContext(model, supportInstitutes),
	files: modelFiles.map(({ name, of }) => ({ name, of: ({ model }) => of(model) })),
	fileName: (name, day) => `ido-exploitatie-${name}-${day}`,
	api: {
		operation: 'leesExploitatie',
		tag: 'Programma',
		summary: 'Wat informatiepunten kosten, begroot en werkelijk, naast de berekende subsidie',
		answered:
			'Wat informatiepunten kosten, begroot en werkelijk, per jaar, grootte van bibliotheek en soort kosten, naast de berekende subsidie. Alleen sommen van genoeg bibliotheken; filters op plaats doen niet mee.'
	}
});
