import { viewContext } from '#lib/base/selection/figure-context.ts';
import { delayFiles } from '#lib/figures/plan-moves/figure-files.ts';
import type { PlanMoves } from '#lib/figures/plan-moves/types.ts';
import { definePage } from '#lib/server/figures/page/define-page.ts';
import { askPlanMoves, readPlanMoves, type AskedPlanMoves } from './read-plan-moves.ts';

/** As many moves as a reader can take in; the file has them all. */
const LONGEST_LIST = 50;
/** All moves of a milestone, and a limit against a country a hundred times as large. */
const LONGEST_FILE = 100_000;

/** Where time goes. */
export const planMovesPage = definePage<AskedPlanMoves, { delay: PlanMoves }>({
	path: '/vertraging',
	ask: askPlanMoves,
	read: async (question, asked, purpose) => {
		const longest = typeof purpose === 'object' ? LONGEST_FILE : LONGEST_LIST;
		return { delay: await readPlanMoves(question, asked, longest) };
	},
	context: ({ delay, supportInstitutes }) => viewContext(delay, supportInstitutes),
	files: delayFiles.map(({ name, of }) => ({ name, of: ({ delay }) => of(delay) })),
	api: {
		operation: 'leesVertraging',
		tag: 'Voortgang',
		summary: 'Waar de tijd blijft: oorzaken, stappen, provincies en doorlooptijd'
	}
});
