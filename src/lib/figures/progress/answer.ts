import { z } from 'zod';
import { answeredDates, toAnsweredDates } from '#lib/base/as-of/answered-dates.ts';
import { answeredFilters, toAnsweredFilters } from '#lib/base/selection/answered-filters.ts';
import { definitionPath } from '#lib/base/definition/definition-path.ts';
import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import { markAnswer, toMarkAnswer } from '#lib/figures/reporting-delay/answer.ts';
import { cohortCurves, cohortRows } from './cohorts.ts';
import { isIncomplete } from './curve-figure.ts';
import { MEASURE_WORDS } from '#lib/base/measure/measure.ts';
import { progressTiles, type ProgressTile } from './tiles.ts';
import type { Fan, RolloutProgress } from './types.ts';

const count = z.int().min(0);
const day = z.iso.date();
const definition = z.url().meta({ description: 'Adres van de definitie van deze cijfers.' });
const measureWord = z.enum(MEASURE_WORDS);

/** The answer of `GET /api/v1/voortgang`; its description in OpenAPI is made from it. */
export const progressAnswer = z
	.object({
		...answeredDates,
		vergelijk: day.meta({ description: 'De eerdere dag waarmee kerncijfers vergeleken zijn.' }),
		telling: measureWord.meta({ description: 'Wat verloop en provincies tellen.' }),
		...answeredFilters,
		kerncijfers: z.array(
			z.object({
				telling: measureWord,
				gerealiseerd: count,
				totaal: count.nullable(),
				oorspronkelijkePlanning: count.nullable(),
				gerealiseerdToen: count,
				verschil: z.int(),
				definitie: definition
			})
		),
		verloop: z
			.array(
				z.object({
					dag: day,
					oorspronkelijkePlanning: count,
					actuelePlanning: count.meta({
						description: 'Volgens de laatste planning van elke locatie, ook van wat al open is.'
					}),
					actuelePlanningAlGeopend: count.meta({
						description:
							'Wat daarvan op de dag van de feiten geopend is, eerder of later dan gepland.'
					}),
					gerealiseerd: count.nullable().meta({ description: 'Leeg na de laatste bekende dag.' }),
					verwachting: count.nullable().meta({ description: 'Leeg vóór de peildatum.' }),
					onvolledig: z
						.boolean()
						.meta({ description: 'Waarschijnlijk is nog niet alles van deze dag gemeld.' })
				})
			)
			.meta({
				description:
					'Elke dag waarop iets verandert, en bij meer dan 500 dagen hooguit vier per maand; een waarde geldt tot de volgende.'
			}),
		prognose: z
			.object({
				stand: z
					.enum(['klaar', 'wordt_berekend', 'mislukt', 'te_weinig_openingen'])
					.meta({ description: 'Alleen bij "klaar" zijn er maanden.' }),
				gemaaktOp: day.nullable().meta({
					description:
						'De vroegste van peildatum, bekendOp en vandaag; de prognose gebruikt alleen wat op die dag waar en bekend was.'
				}),
				maanden: z.array(
					z.object({
						dag: day,
						voorzichtigMinstens: count.meta({ description: 'P85.' }),
						waarschijnlijk: count.meta({ description: 'P50.' }),
						misschien: count.meta({ description: 'P15.' })
					})
				)
			})
			.meta({ description: 'Wat het rekenmodel verwacht, aan het eind van elke maand.' }),
		meldtijd: markAnswer,
		provincies: z.array(
			z.object({
				provincie: z.string(),
				gerealiseerd: count,
				oorspronkelijkePlanning: count,
				achterstand: z.int(),
				totaal: count.nullable(),
				onvolledigVanaf: day.nullable(),
				verloop: z.array(
					z.object({ dag: day, oorspronkelijkePlanning: count, gerealiseerd: count.nullable() })
				)
			})
		),
		groepen: z.array(
			z.object({
				groep: z.string(),
				organisaties: count,
				open: count,
				helftOpenNaWeken: count.nullable(),
				verloop: z.array(z.object({ weken: count, deel: z.number().min(0).max(1) })).meta({
					description: 'Deel van de groep dat binnen zoveel weken na de aanvraag open was.'
				})
			})
		),
		doelen: z.array(
			z.object({
				doel: z.string(),
				aantal: count.nullable(),
				genoemdOp: day,
				uiterlijk: day,
				bron: z.string()
			})
		),
		gebeurtenissen: z.array(
			z.object({
				van: day,
				tot: day.nullable(),
				soort: z.string(),
				titel: z.string(),
				bron: z.string()
			})
		),
		definities: z.object({
			gerealiseerd: definition,
			gepland: definition,
			doel: definition,
			prognose: definition
		}),
		voorbeeldgegevens: z.boolean(),
		dataVersie: count
	})
	.meta({ id: 'Voortgang', description: 'De voortgang van de uitrol naast planning en doel.' });

export type ProgressAnswer = z.infer<typeof progressAnswer>;

/** The figures of the progress page in the words of the API; `origin` is where we live. */
export function toProgressAnswer(
	progress: RolloutProgress,
	{ dataVersion, origin, fan }: { dataVersion: number; origin: string; fan: Fan }
): ProgressAnswer {
	const { view, query, today } = progress;
	const address = (id: DefinitionId) => new URL(definitionPath(id), origin).href;
	return {
		...toAnsweredDates(view.asOf, today),
		vergelijk: query.compareOn,
		telling: MEASURE_WORDS[query.measure],
		...toAnsweredFilters(view.filters),
		kerncijfers: progressTiles(progress).map((tile) => tileAnswer(tile, address)),
		verloop: progress.rows.map((row) => ({
			dag: row.day,
			oorspronkelijkePlanning: row.firstPlan,
			actuelePlanning: row.plan,
			actuelePlanningAlGeopend: row.planOpened,
			gerealiseerd: row.fact,
			verwachting: row.forecast,
			onvolledig: isIncomplete(row, progress.late)
		})),
		prognose: fanAnswer(fan),
		meldtijd: toMarkAnswer(progress.late, origin),
		provincies: progress.provinces.map((province) => ({
			provincie: province.slug,
			gerealiseerd: province.fact,
			oorspronkelijkePlanning: province.firstPlan,
			achterstand: province.gap,
			totaal: province.total,
			onvolledigVanaf: province.incompleteFrom,
			verloop: province.rows.map((row) => ({
				dag: row.day,
				oorspronkelijkePlanning: row.firstPlan,
				gerealiseerd: row.fact
			}))
		})),
		groepen: cohortAnswers(progress),
		doelen: progress.targets.map((target) => ({
			doel: target.statementNl,
			aantal: target.value,
			genoemdOp: target.announcedOn,
			uiterlijk: target.dueOn,
			bron: target.source
		})),
		gebeurtenissen: progress.events.map((event) => ({
			van: event.startsOn,
			tot: event.endsOn,
			soort: event.kind,
			titel: event.titleNl,
			bron: event.source
		})),
		definities: {
			gerealiseerd: address('gerealiseerd'),
			gepland: address('gepland'),
			doel: address('doel'),
			prognose: address('prognose')
		},
		voorbeeldgegevens: progress.demoData,
		dataVersie: dataVersion
	};
}

const FAN_STATES = {
	ready: 'klaar',
	// An answer is never given the previous one.
	previous: 'wordt_berekend',
	computing: 'wordt_berekend',
	failed: 'mislukt',
	too_few: 'te_weinig_openingen'
} as const satisfies Record<Fan['state'], string>;

const fanAnswer = ({ state, curve }: Fan): ProgressAnswer['prognose'] => ({
	stand: FAN_STATES[state],
	gemaaktOp: curve?.madeOn ?? null,
	maanden: (curve?.months ?? []).map(({ day, sure, likely, bold }) => {
		return { dag: day, voorzichtigMinstens: sure, waarschijnlijk: likely, misschien: bold };
	})
});

const TILE_DEFINITIONS = {
	locations: 'locaties',
	organisations: 'organisatiedekking',
	municipalities: 'gemeentedekking',
	inhabitants: 'inwonerdekking'
} as const satisfies Record<ProgressTile['measure'], DefinitionId>;

function tileAnswer(tile: ProgressTile, address: (id: DefinitionId) => string) {
	return {
		telling: MEASURE_WORDS[tile.measure],
		gerealiseerd: tile.fact,
		totaal: tile.total,
		oorspronkelijkePlanning: tile.planned,
		gerealiseerdToen: tile.before,
		verschil: tile.difference,
		definitie: address(TILE_DEFINITIONS[tile.measure])
	};
}

function cohortAnswers({ cohorts, view }: RolloutProgress): ProgressAnswer['groepen'] {
	const curves = cohortCurves(cohorts, view.filters.cohort);
	const rows = cohortRows(cohorts, curves);
	return curves.map((curve, index) => ({
		groep: curve.cohort,
		organisaties: curve.total,
		open: curve.open,
		helftOpenNaWeken: curve.medianWeeks,
		verloop: rows.flatMap(({ week, shares }) => {
			const share = shares[index] ?? null;
			return share === null ? [] : [{ weken: week, deel: share }];
		})
	}));
}
