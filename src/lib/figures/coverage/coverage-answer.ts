import { z } from 'zod';
import { answeredDates, toAnsweredDates } from '#lib/base/as-of/answered-dates.ts';
import { answeredFilters, toAnsweredFilters } from '#lib/base/selection/answered-filters.ts';
import { definitionPath } from '#lib/base/definition/definition-path.ts';
import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import { STATUS_SLUGS } from '#lib/base/selection/filters.ts';
import type { PlanTold } from '#lib/network/standing/plan-told.ts';
import { PLAN_STORY_WORDS } from '#lib/network/standing/why-late.ts';
import type { Coverage } from './coverage-page.ts';
import { distanceRows } from './distance-figure.ts';
import { MEASURES } from './measure-figure.ts';
import type { Distance } from './measures.ts';
import type { Opening } from './next-opening.ts';

const count = z.int().min(0);
const day = z.iso.date();
const km = z.number().min(0).nullable();
const definition = z.url().meta({ description: 'Adres van de definitie van deze cijfers.' });

/** Where a plan stands and why, as the file of the same rows has it. */
const planShape = {
	standVanPlanning: z
		.string()
		.nullable()
		.meta({
			description: `Wat de status niet zegt van de planning: ${Object.values(PLAN_STORY_WORDS).join(', ')}.`
		}),
	reden: z.string().nullable().meta({ description: 'Waarom het later is, als dat is doorgegeven.' })
};

const opening = z.object({
	plaats: z.string().meta({ description: 'Nummer van de locatie, of code van de gemeente.' }),
	naam: z.string(),
	gemeente: z.string(),
	status: z.string(),
	actuelePlanning: day.nullable(),
	...planShape,
	erbij: count.meta({ description: 'Inwoners die deze opening toevoegt aan die ervoor.' }),
	gedekt: count
});

const distance = z.object({
	gebied: z.string(),
	inwoners: count,
	gemiddeldKm: km,
	binnen2Km: count,
	binnen5Km: count,
	binnen10Km: count,
	watAls: z.object({ gemiddeldKm: km, binnen5Km: count }).nullable()
});

/** The answer of `GET /api/v1/dekking`; its description in OpenAPI is made from it. */
export const coverageAnswer = z
	.object({
		...answeredDates,
		...answeredFilters,
		watAls: z
			.object({
				isFeit: z.literal(false),
				open: z.array(z.string()).meta({ description: 'De plaatsen die open zouden zijn.' }),
				volgorde: z.array(opening).meta({ description: 'Deze plaatsen, de beste eerst.' })
			})
			.nullable()
			.meta({ description: 'Een wat-als is nooit een feit; leeg zonder de parameter open.' }),
		maten: z.array(
			z.object({
				maat: z.enum(MEASURES.map(({ word }) => word)),
				gedekt: count,
				totaal: count,
				watAlsGedekt: count.nullable()
			})
		),
		peildatumBevolking: day.nullable(),
		afstand: z.array(distance).meta({
			description:
				'Hemelsbreed, benaderd: van de plaatsen van een gemeente, waarover haar inwoners naar grootte zijn verdeeld, naar het dichtstbijzijnde punt, gewogen naar inwoners. Alles samen eerst.'
		}),
		witteVlekken: z.object({
			groepen: z.array(
				z.object({
					groep: z.string(),
					gemeenten: count,
					inwoners: count,
					watAls: z.object({ gemeenten: count, inwoners: count }).nullable()
				})
			),
			gemeenten: z.array(
				z.object({
					code: z.string(),
					naam: z.string(),
					provincie: z.string(),
					groep: z.string(),
					inwoners: count,
					actuelePlanning: day.nullable(),
					...planShape,
					afstandKm: km,
					watAlsOpen: z.boolean()
				})
			)
		}),
		volgendeOpening: z.object({
			straal: z.string().meta({ description: '"gemeente", of een aantal kilometers.' }),
			nu: count.meta({ description: 'Inwoners die nu gedekt zijn, met deze straal.' }),
			openingen: z.array(opening)
		}),
		verloop: z
			.array(z.object({ dag: day, gedekt: count }))
			.meta({ description: 'Inwoners van gedekte gemeenten; een waarde geldt tot de volgende.' }),
		onvolledigVanaf: day.nullable().meta({
			description:
				'Van deze dag af is waarschijnlijk nog niet alles gemeld; leeg als dat er niet is.'
		}),
		definities: z.object({
			gemeenten: definition,
			inwoners: definition,
			organisaties: definition,
			werkgebied: definition,
			afstand: definition,
			witteVlekken: definition,
			volgendeOpening: definition
		}),
		voorbeeldgegevens: z.boolean(),
		dataVersie: count
	})
	.meta({ id: 'Dekking', description: 'De dekking, de witte vlekken en de volgende openingen.' });

export type CoverageAnswer = z.infer<typeof coverageAnswer>;

/** The figures of the coverage page in the words of the API; `origin` is where we live. */
export function toCoverageAnswer(
	coverage: Coverage,
	{ dataVersion, origin }: { dataVersion: number; origin: string }
): CoverageAnswer {
	const { view, query, today, figures, whatIf, next } = coverage;
	const address = (id: DefinitionId) => new URL(definitionPath(id), origin).href;
	return {
		...toAnsweredDates(view.asOf, today),
		...toAnsweredFilters(view.filters),
		watAls: whatIf && {
			isFeit: false,
			open: whatIf.opened.map(({ id }) => id),
			volgorde: whatIf.openings.map(openingAnswer)
		},
		maten: MEASURES.map(({ word, of }) => ({
			maat: word,
			gedekt: of(figures).covered,
			totaal: of(figures).total,
			watAlsGedekt: whatIf ? of(whatIf.figures).covered : null
		})),
		peildatumBevolking: coverage.countedOn,
		afstand: distanceRows(coverage).map(({ name, now, then }) => distanceAnswer(name, now, then)),
		witteVlekken: spotAnswer(coverage),
		volgendeOpening: {
			straal: query.reach === 'municipality' ? 'gemeente' : String(query.reach),
			nu: next.now,
			openingen: next.openings.map(openingAnswer)
		},
		verloop: coverage.curve.map((row) => ({ dag: row.day, gedekt: row.covered })),
		onvolledigVanaf: coverage.late.from,
		definities: {
			gemeenten: address('gemeentedekking'),
			inwoners: address('inwonerdekking'),
			organisaties: address('organisatiedekking'),
			werkgebied: address('werkgebied'),
			afstand: address('afstand'),
			witteVlekken: address('witte-vlekken'),
			volgendeOpening: address('volgende-opening')
		},
		voorbeeldgegevens: coverage.demoData,
		dataVersie: dataVersion
	};
}

function openingAnswer({ candidate, added, covered }: Opening): z.infer<typeof opening> {
	return {
		plaats: candidate.id,
		naam: candidate.name ?? candidate.municipality.name,
		gemeente: candidate.municipality.code,
		status: STATUS_SLUGS[candidate.status],
		actuelePlanning: candidate.planOn,
		...planAnswer(candidate.plan),
		erbij: added,
		gedekt: covered
	};
}

const planAnswer = ({ story, reason }: PlanTold) => ({
	standVanPlanning: story && PLAN_STORY_WORDS[story],
	reden: reason
});

function distanceAnswer(
	name: string,
	now: Distance,
	then: Distance | undefined
): z.infer<typeof distance> {
	return {
		gebied: name,
		inwoners: now.inhabitants,
		gemiddeldKm: now.meanKm,
		binnen2Km: now.within[2],
		binnen5Km: now.within[5],
		binnen10Km: now.within[10],
		watAls: then ? { gemiddeldKm: then.meanKm, binnen5Km: then.within[5] } : null
	};
}

function spotAnswer(coverage: Coverage): CoverageAnswer['witteVlekken'] {
	return {
		groepen: coverage.groups.map(({ status, municipalities, inhabitants, left }) => ({
			groep: STATUS_SLUGS[status],
			gemeenten: municipalities,
			inwoners: inhabitants,
			watAls: coverage.whatIf
				? { gemeenten: left.municipalities, inwoners: left.inhabitants }
				: null
		})),
		gemeenten: coverage.whiteSpots.map((spot) => ({
			code: spot.code,
			naam: spot.name,
			provincie: spot.province.slug,
			groep: STATUS_SLUGS[spot.status],
			inwoners: spot.inhabitants,
			actuelePlanning: spot.planOn,
			...planAnswer(spot.plan),
			afstandKm: spot.distanceKm,
			watAlsOpen: spot.supposed
		}))
	};
}
