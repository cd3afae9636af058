import { factDayOf } from '#lib/base/as-of/as-of.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { providerContext, providerFiles } from '#lib/figures/provider/figures.ts';
import type { Providers } from '#lib/figures/provider/types.ts';
import { takingPart } from '#lib/programme/service-provider/service-provider.ts';
import { sayFact, saySource } from '#lib/server/base/source/say-fact.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { listServiceProviders } from '#lib/server/programme/service-provider/queries.ts';

/** The public service providers that work with the libraries. */
export const providerPage = definePage<null, { providers: Providers }>({
	path: '/dienstverleners',
	ask: asksNoMore,
	read: async (question) => ({ providers: await readProviders(question) }),
	context: ({ providers }) => providerContext(providers),
	files: providerFiles.map(({ name, of }) => ({ name, of: ({ providers }) => of(providers) })),
	fileName: (name, day) => `ido-dienstverleners-${name}-${day}`,
	api: {
		operation: 'leesDienstverleners',
		tag: 'Programma',
		summary: 'De publieke dienstverleners: sinds wanneer zij meedoen, en waar zij over gaan',
		answered:
			'De publieke dienstverleners: sinds wanneer zij meedoen, en waar zij over gaan. Filters op plaats doen niet mee: zij zijn van het hele land.'
	}
});

async function readProviders({ db, view, today }: Question): Promise<Providers> {
	// What is known of them is not dated: what somebody knew earlier cannot be told.
	const asOf = { ...view.asOf, knownOn: null };
	const providers = (await listServiceProviders(db)).map((provider) => ({
		...provider,
		fullName: sayFact(provider.fullName),
		whatFor: provider.whatFor === null ? null : sayFact(provider.whatFor),
		source: saySource(provider.source),
		part: takingPart(provider, factDayOf(asOf, today))
	}));
	return { view: { ...view, asOf, filters: NO_FILTERS }, today, providers };
}
