import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import { readReconciliationPage, reconciliationFigure } from './service.ts';

/** Published counts beside ours. */
export const reconciliationPage = definePage({
	path: '/cijfers-naast-elkaar',
	ask: asksNoMore,
	read: readReconciliationPage,
	context: ({ context }) => context,
	files: [{ name: 'cijfers', of: reconciliationFigure }],
	fileName: (_name, day) => `ido-cijfers-naast-elkaar-${day}`,
	api: {
		operation: 'leesCijfersNaastElkaar',
		tag: 'Stand',
		summary:
			'Gepubliceerde aantallen naast de onze; met filters ook hoeveel van de onze daarbinnen vallen'
	}
});
