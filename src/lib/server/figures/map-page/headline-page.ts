import { viewContext } from '#lib/base/selection/figure-context.ts';
import { headlineAnswer, toHeadlineAnswer } from '#lib/network/standing/headline-answer.ts';
import { ofEveryStatus } from '#lib/server/base/selection/where.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { readSelection } from '#lib/server/network/standing/read-selection.ts';

/** The headline figures of the map page, with what a status selects beside them. */
export const headlinePage = definePage({
	path: '/',
	ask: asksNoMore,
	read: async ({ db, where, view, today, demoData }) => {
		const [headline, selection] = await Promise.all([
			readHeadline(db, ofEveryStatus(where)),
			readSelection(db, where)
		]);
		return { view, asOf: view.asOf, filters: view.filters, today, demoData, headline, selection };
	},
	context: (read) => viewContext(read, read.supportInstitutes),
	files: [],
	api: {
		name: 'stand',
		operation: 'leesStand',
		tag: 'Stand',
		summary: 'De kerncijfers op een dag',
		answered: 'De kerncijfers.',
		answer: {
			schema: headlineAnswer,
			of: (read, source) => toHeadlineAnswer({ ...read, ...source })
		}
	}
});
