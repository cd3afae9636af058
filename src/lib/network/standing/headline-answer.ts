import { z } from 'zod';
import { answeredDates, toAnsweredDates } from '#lib/base/as-of/answered-dates.ts';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { definitionPath } from '#lib/base/definition/definition-path.ts';
import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import { answeredFilters, toAnsweredFilters } from '#lib/base/selection/answered-filters.ts';
import { STATUS_SLUGS, type Filters } from '#lib/base/selection/filters.ts';
import { onlineNow, type Headline, type Selection } from './types.ts';

const count = z.int().min(0);
const day = z.iso.date();
const definition = z.url().meta({ description: 'Adres van de definitie van deze cijfers.' });

/** The answer of `GET /api/v1/stand`; its description in OpenAPI is made from it. */
export const headlineAnswer = z
	.object({
		...answeredDates,
		...answeredFilters,
		organisaties: z.object({
			totaal: count.meta({ description: 'Bibliotheekorganisaties die op de peildatum bestaan.' }),
			open: count.meta({ description: 'Met ten minste één gerealiseerd informatiepunt.' }),
			gepland: count.meta({
				description: 'Volgens de oorspronkelijke planning open op de peildatum.'
			}),
			definitie: definition
		}),
		locaties: z.object({
			open: count.meta({ description: 'Gerealiseerd, in een bibliotheek.' }),
			toegankelijk: count.meta({
				description: 'Gerealiseerd, niet tijdelijk dicht of alleen online.'
			}),
			tijdelijkDicht: count.meta({ description: 'Gerealiseerd, en nu tijdelijk dicht.' }),
			nuAlleenOnline: count.meta({
				description: 'Gerealiseerd, en nu alleen online of telefonisch.'
			}),
			alleenOnline: count.meta({ description: 'Nooit fysiek geopend, wel online of telefonisch.' }),
			gepland: count.meta({
				description: 'Volgens de oorspronkelijke planning open op de peildatum.'
			}),
			doel: count.nullable().meta({
				description: 'Het beleidsdoel dat toen was aangekondigd; alleen voor heel Nederland.'
			}),
			doelUiterlijk: day
				.nullable()
				.meta({ description: 'De dag waarop het doel gehaald moet zijn.' }),
			buitenBibliotheek: count.meta({
				description: 'Gerealiseerd buiten een bibliotheek; niet bij "open" geteld.'
			}),
			definitie: definition
		}),
		gemeenten: z.object({
			totaal: count.meta({ description: 'Gemeenten die op de peildatum bestaan.' }),
			gedekt: count.meta({
				description: 'Met ten minste één gerealiseerd informatiepunt binnen de grenzen.'
			}),
			definitie: definition
		}),
		inwoners: z.object({
			totaal: count,
			gedekt: count.meta({ description: 'Inwoners van de gedekte gemeenten.' }),
			peildatumBevolking: day
				.nullable()
				.meta({ description: 'De dag waarop de inwoners zijn geteld.' }),
			definitie: definition
		}),
		witteVlekken: z.object({
			totaal: count.meta({ description: 'Gemeenten zonder gerealiseerd informatiepunt.' }),
			alleenOnline: count,
			planningVerlopen: count,
			geplandBinnen90Dagen: count,
			laterGepland: count,
			planningIngetrokken: count.meta({
				description: 'Eens gepland, nooit open, en nu zonder planning.'
			}),
			nietGepland: count,
			geenBibliotheek: count,
			onbekend: count,
			definitie: definition
		}),
		geselecteerd: z
			.object({
				status: z.array(z.string()),
				gemeenten: count,
				organisaties: count,
				informatiepunten: count.meta({ description: 'Ook buiten een bibliotheek.' })
			})
			.nullable()
			.meta({
				description:
					'Wat de gevraagde statussen heeft. De cijfers hierboven gaan altijd over alle statussen; zonder "status" is dit leeg.'
			}),
		voorbeeldgegevens: z
			.boolean()
			.meta({ description: 'Waar zolang er verzonnen voorbeeldgegevens in staan.' }),
		dataVersie: count.meta({ description: 'Loopt op bij elke wijziging van de gegevens.' })
	})
	.meta({ id: 'Stand', description: 'De stand van de uitrol op een dag.' });

export type HeadlineAnswer = z.infer<typeof headlineAnswer>;

export interface StandingParts {
	headline: Headline;
	/** What the statuses asked for select; null when none is asked for. */
	selection?: Selection | null;
	asOf: AsOf;
	today: Day;
	filters: Filters;
	demoData: boolean;
	dataVersion: number;
	/** Where this installation lives: `https://ido.example.nl`. */
	origin: string;
}

/** The headline figures in the words of the API. */
export function toHeadlineAnswer(parts: StandingParts): HeadlineAnswer {
	const { organisations, locations, municipalities, inhabitants, whiteSpots } = parts.headline;
	const definitie = (id: DefinitionId) => new URL(definitionPath(id), parts.origin).href;
	return {
		...toAnsweredDates(parts.asOf, parts.today),
		...toAnsweredFilters(parts.filters),
		organisaties: {
			totaal: organisations.total,
			open: organisations.open,
			gepland: organisations.planned,
			definitie: definitie('organisatiedekking')
		},
		locaties: {
			open: locations.open,
			toegankelijk: locations.accessible,
			tijdelijkDicht: locations.temporarilyClosed,
			nuAlleenOnline: onlineNow(locations),
			alleenOnline: locations.onlineOnly,
			gepland: locations.planned,
			doel: locations.target?.value ?? null,
			doelUiterlijk: locations.target?.dueOn ?? null,
			buitenBibliotheek: locations.outsideLibrary,
			definitie: definitie('locaties')
		},
		gemeenten: {
			totaal: municipalities.total,
			gedekt: municipalities.covered,
			definitie: definitie('gemeentedekking')
		},
		inwoners: {
			totaal: inhabitants.total,
			gedekt: inhabitants.covered,
			peildatumBevolking: inhabitants.populationReferenceDate,
			definitie: definitie('inwonerdekking')
		},
		witteVlekken: {
			totaal: municipalities.total - municipalities.covered,
			alleenOnline: whiteSpots.online_only,
			planningVerlopen: whiteSpots.plan_overdue,
			geplandBinnen90Dagen: whiteSpots.planned_90,
			laterGepland: whiteSpots.planned_later,
			planningIngetrokken: whiteSpots.plan_withdrawn,
			nietGepland: whiteSpots.not_planned,
			geenBibliotheek: whiteSpots.no_library,
			onbekend: whiteSpots.unknown,
			definitie: definitie('witte-vlekken')
		},
		geselecteerd: parts.selection ? toAnsweredSelection(parts.selection) : null,
		voorbeeldgegevens: parts.demoData,
		dataVersie: parts.dataVersion
	};
}

function toAnsweredSelection({ statuses, municipalities, organisations, points }: Selection) {
	return {
		status: statuses.map((status) => STATUS_SLUGS[status]),
		gemeenten: municipalities,
		organisaties: organisations,
		informatiepunten: points
	};
}
