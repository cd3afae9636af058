import { vanguardContext, vanguardFiles } from '#lib/figures/vanguard/figures.ts';
import type { Vanguard } from '#lib/figures/vanguard/types.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import { readVanguard } from './read-vanguard.ts';

/** The libraries that began first: how they were chosen, and what they did since. */
export const vanguardPage = definePage<null, { vanguard: Vanguard }>({
	path: '/kopgroep',
	ask: asksNoMore,
	read: async (question) => ({ vanguard: await readVanguard(question) }),
	context: ({ vanguard }) => vanguardContext(vanguard),
	files: vanguardFiles.map(({ name, of }) => ({ name, of: ({ vanguard }) => of(vanguard) })),
	fileName: (name, day) => `ido-kopgroep-${name}-${day}`,
	api: {
		operation: 'leesKopgroep',
		tag: 'Programma',
		summary: 'De kopgroep: hoe zij is gekozen, en wat zij sindsdien deed naast de rest',
		answered:
			'De kopgroep: hoe zij is gekozen, hoe zij over het land ligt, en wat zij sindsdien deed naast de rest. Filters op plaats doen niet mee: de keuze was voor het hele land.'
	}
});
