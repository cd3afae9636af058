import { viewContext } from '#lib/base/selection/figure-context.ts';
import {
	reportingDelayAnswer,
	toReportingDelayAnswer
} from '#lib/figures/reporting-delay/answer.ts';
import { lateFiles } from '#lib/figures/reporting-delay/figure-files.ts';
import type { ReportingDelays } from '#lib/figures/reporting-delay/types.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import { readReportingDelays } from './read-reporting-delay.ts';

/** How soon openings are reported. */
export const reportingDelayPage = definePage<null, { late: ReportingDelays }>({
	path: '/voortgang/meldtijd',
	ask: asksNoMore,
	read: async (question) => ({
		late: await readReportingDelays(question.db, question.where, question)
	}),
	context: ({ late, supportInstitutes }) => viewContext(late, supportInstitutes),
	files: lateFiles.map(({ name, of }) => ({ name, of: ({ late }) => of(late) })),
	api: {
		operation: 'leesMeldtijd',
		tag: 'Voortgang',
		summary: 'Hoe snel openingen worden gemeld, en welke dagen nog niet volledig zijn',
		answer: {
			schema: reportingDelayAnswer,
			of: ({ late }, source) => toReportingDelayAnswer(late, source)
		}
	}
});
