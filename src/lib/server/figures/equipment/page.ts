import { factDayOf } from '#lib/base/as-of/as-of.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { equipmentFiles } from '#lib/figures/equipment/figures.ts';
import type { Equipment, FilmOf } from '#lib/figures/equipment/types.ts';
import { takingPart, tookPart } from '#lib/programme/service-provider/service-provider.ts';
import { ofEveryStatus } from '#lib/server/base/selection/where.ts';
import { sayFact, saySource } from '#lib/server/base/source/say-fact.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { listServiceProviders } from '#lib/server/programme/service-provider/queries.ts';
import { listToolkitItems } from '#lib/server/programme/toolkit/queries.ts';
import { listEquippedLibraries } from './queries.ts';

/** The providers that the page of the programme names among those that have a film. */
const NAMED_IN_SOURCE = ['Belastingdienst', 'CAK', 'CBR', 'CIZ', 'CJIB', 'DUO', 'SVB', 'UWV'];

/** What libraries have in place: toolkit, training, G!DS. Filters by status do not apply. */
export const equipmentPage = definePage<null, { equipment: Equipment }>({
	path: '/toerusting',
	ask: asksNoMore,
	read: async (question) => ({ equipment: await readEquipment(question) }),
	context: ({ equipment, supportInstitutes }) => viewContext(equipment, supportInstitutes),
	files: equipmentFiles.map(({ name, of }) => ({ name, of: ({ equipment }) => of(equipment) })),
	fileName: (name, day) => `ido-toerusting-${name}-${day}`,
	api: {
		operation: 'leesToerusting',
		tag: 'Programma',
		summary: 'Wat bibliotheken op orde hebben: toolkit, e-learning, training en G!DS',
		answered:
			'Wat bibliotheken op orde hebben: materialen uit de toolkit, e-learning, training met aantallen getrainde mensen, en de controle van de vermelding in G!DS. Van een bibliotheek met minder dan vijf getrainde mensen staat het aantal er niet bij.'
	}
});

async function readEquipment({ db, view, where, demoData, today }: Question): Promise<Equipment> {
	const [items, libraries, providers] = await Promise.all([
		listToolkitItems(db),
		listEquippedLibraries(db, ofEveryStatus(where)),
		listServiceProviders(db)
	]);
	const day = factDayOf(view.asOf, today);
	return {
		...{ view, today, demoData, libraries },
		items: items.map((item) => ({ ...item, source: saySource(item.source) })),
		films: providers
			.filter((provider) => tookPart(takingPart(provider, day)))
			.map(({ abbreviation, fullName }): FilmOf => ({
				...{ abbreviation, name: sayFact(fullName) },
				isNamed: NAMED_IN_SOURCE.includes(abbreviation)
			}))
	};
}
