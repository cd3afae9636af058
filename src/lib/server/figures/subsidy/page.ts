import { subsidyContext, subsidyFiles } from '#lib/figures/subsidy/figures.ts';
import type { Subsidy } from '#lib/figures/subsidy/types.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import { readSubsidy } from './read-subsidy.ts';

/** Subsidy for the points: schemes, amounts, and what they come to. Filters by status do not apply. */
export const subsidyPage = definePage<null, { subsidy: Subsidy }>({
	path: '/subsidie',
	ask: asksNoMore,
	read: async (question, _, purpose) => ({ subsidy: await readSubsidy(question, purpose) }),
	context: ({ subsidy, supportInstitutes }) => subsidyContext(subsidy, supportInstitutes),
	files: subsidyFiles.map((file) => ({
		name: file.name,
		of: ({ subsidy, supportInstitutes }) => ({
			...file.of(subsidy),
			...('context' in file && { context: file.context(subsidy, supportInstitutes) })
		})
	})),
	fileName: (name, day) => `ido-subsidie-${name}-${day}`,
	api: {
		operation: 'leesSubsidie',
		tag: 'Programma',
		summary:
			'Subsidie voor de informatiepunten: regelingen, bedragen en wat dat per bibliotheek is',
		answered:
			'Subsidie voor de informatiepunten: regelingen, bedragen per jaar, perioden om aan te vragen en geldbronnen. De bedragen per bibliotheek zijn berekend uit openbare inwonertallen; het zijn geen toekenningen.'
	}
});
