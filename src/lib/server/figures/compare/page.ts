import { compareFiles } from '#lib/figures/compare/figure-files.ts';
import { parseCompare, type ParsedCompare } from '#lib/figures/compare/query.ts';
import { compareContext } from '#lib/figures/compare/texts.ts';
import type { Comparison } from '#lib/figures/compare/types.ts';
import { definePage } from '#lib/server/figures/page/define-page.ts';
import { readComparison } from './read-comparison.ts';

/** Two situations beside each other. */
export const comparePage = definePage<ParsedCompare, { comparison: Comparison }>({
	path: '/vergelijken',
	ask: ({ params, view, today, notices }) => parseCompare(params, view, today, notices),
	read: async (question, asked) => ({ comparison: await readComparison(question, asked) }),
	context: ({ comparison, supportInstitutes }) => compareContext(comparison, supportInstitutes),
	files: compareFiles.map(({ name, of }) => ({ name, of: ({ comparison }) => of(comparison) })),
	api: {
		operation: 'leesVergelijking',
		tag: 'Stand',
		summary: 'Twee situaties naast elkaar, en wat er tussen is veranderd'
	}
});
