import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { coverageAnswer } from '#lib/figures/coverage/coverage-answer.ts';
import { REACH_CHOICES } from '#lib/figures/coverage/coverage-query.ts';
import { figuresAnswer } from '#lib/base/charts/figure-answer.ts';
import { headlineAnswer } from '#lib/network/standing/headline-answer.ts';
import { reportingDelayAnswer } from '#lib/figures/reporting-delay/answer.ts';
import { progressAnswer } from '#lib/figures/progress/answer.ts';
import { MEASURE_WORDS } from '#lib/base/measure/measure.ts';
import { questionAnswer } from '#lib/figures/question/answer.ts';
import { COHORTS, STATUS_SLUGS } from '#lib/base/selection/filters.ts';
import { PROVINCE_SLUGS } from '#lib/base/selection/province-slugs.ts';
import { API_VERSION } from './problem.ts';

const problemDetails = z
	.object({
		type: z.string(),
		status: z.int(),
		title: z.string(),
		detail: z.string(),
		errors: z
			.array(z.object({ parameter: z.string(), value: z.string(), detail: z.string() }))
			.optional()
			.meta({ description: 'Alles wat niet klopt, bij elkaar.' })
	})
	.meta({ id: 'Probleem', description: 'Een fout, volgens RFC 9457.' });

const headers = z.object({
	'API-Version': z.string().meta({ description: 'Versie van de API.' })
});

const failure = (description: string) => ({
	description,
	headers,
	content: { 'application/problem+json': { schema: problemDetails } }
});

/** What every question of the API is answered with. */
const answers = (description: string, schema: z.ZodType) => ({
	'200': { description, headers, content: { 'application/json': { schema } } },
	'304': { description: 'Niet veranderd (If-None-Match).' },
	'400': failure('Een of meer parameters kloppen niet.'),
	'404': failure('Deze provincie bestaat niet.'),
	'503': failure('De database antwoordt niet.')
});

const dayParameter = (description: string) =>
	z.iso.date().optional().meta({ description, example: '2020-06-30' });

/** What every figure of the API takes. */
const commonParameters = {
	peildatum: dayParameter('De situatie op deze dag; zonder: vandaag.'),
	bekendOp: dayParameter('Zoals bekend aan het eind van deze dag; zonder: alles.'),
	provincie: z
		.enum(PROVINCE_SLUGS as [string, ...string[]])
		.optional()
		.meta({ description: 'Alleen deze provincie.' }),
	poi: z.string().optional().meta({ description: 'Alleen deze POI.', example: 'cubiss' }),
	cohort: z.enum(COHORTS).optional().meta({ description: 'Alleen deze groep.' }),
	zoek: z
		.string()
		.max(100)
		.optional()
		.meta({ description: 'Alleen wat dit in zijn naam, plaats of gemeente heeft.' })
};

const statusParameter = z
	.array(z.enum(Object.values(STATUS_SLUGS) as [string, ...string[]]))
	.optional()
	.meta({
		description:
			'Telt wat deze statussen heeft, in "geselecteerd". De kerncijfers gaan altijd over alle statussen. Mag meer keren voorkomen.'
	});

/** A question that takes both dates and the filters of the map. */
const question = (operationId: string, tag: string, summary: string, schema: z.ZodType) => ({
	get: {
		operationId,
		summary,
		tags: [tag],
		requestParams: { query: z.object(commonParameters) },
		responses: answers(`${summary}.`, schema)
	}
});

/** A question about the figures of a page, with what else it takes. */
const figuresQuestion = (
	operationId: string,
	tag: string,
	summary: string,
	more: Record<string, z.ZodType> = {}
) => {
	const { get } = question(operationId, tag, summary, figuresAnswer);
	return { get: { ...get, requestParams: { query: z.object({ ...commonParameters, ...more }) } } };
};

const measureParameter = (description: string) =>
	z.enum(MEASURE_WORDS).optional().meta({ description });

/** The description of the API, made from the schemas that its answers are made with. */
export function describeApi(origin: string) {
	return createDocument({
		openapi: '3.1.0',
		info: {
			title: 'Rolloutmonitor Informatiepunten Digitale Overheid',
			version: API_VERSION,
			description:
				'De stand van de uitrol van de Informatiepunten Digitale Overheid, voor elke dag en zoals bekend op elke dag. Openbaar, zonder sleutel. De pagina’s hebben dezelfde tabellen als CSV: in het Nederlands met puntkomma’s en decimale komma’s (voor Excel), in het Engels en met `?scheiding=komma` volgens RFC 4180 (UTF-8, met het merkteken BOM vooraan).',
			contact: { name: 'Beheer van deze installatie', url: origin }
		},
		servers: [{ url: `${origin}/api/v1` }],
		paths: {
			'/stand': {
				get: {
					operationId: 'leesStand',
					summary: 'De kerncijfers op een dag',
					tags: ['Stand'],
					requestParams: {
						query: z.object({ ...commonParameters, status: statusParameter })
					},
					responses: answers('De kerncijfers.', headlineAnswer)
				}
			},
			'/voortgang': {
				get: {
					operationId: 'leesVoortgang',
					summary: 'Het verloop naast planning, verwachting en doel',
					tags: ['Voortgang'],
					requestParams: {
						query: z.object({
							...commonParameters,
							telling: measureParameter('Wat verloop en provincies tellen; zonder: locaties.'),
							vergelijk: dayParameter(
								'De eerdere dag voor de verschillen; zonder: het eind van het vorige kwartaal.'
							)
						})
					},
					responses: answers('De voortgang.', progressAnswer)
				}
			},
			'/vertraging': figuresQuestion(
				'leesVertraging',
				'Voortgang',
				'Waar de tijd blijft: oorzaken, stappen, provincies en doorlooptijd'
			),
			'/prognose': figuresQuestion(
				'leesPrognose',
				'Voortgang',
				'Wanneer de uitrol waarschijnlijk klaar is, en hoe trefzeker eerdere prognoses waren; 503 zolang hij wordt berekend',
				{ telling: measureParameter('Wat de provincies en de maanden tellen; zonder: locaties.') }
			),
			'/vergelijken': figuresQuestion(
				'leesVergelijking',
				'Stand',
				'Twee situaties naast elkaar, en wat er tussen is veranderd'
			),
			'/cijfers-naast-elkaar': figuresQuestion(
				'leesCijfersNaastElkaar',
				'Stand',
				'Gepubliceerde aantallen naast de onze; met filters ook hoeveel van de onze daarbinnen vallen'
			),
			'/vragen': question(
				'leesVragen',
				'Vragen',
				'Gepubliceerde en geregistreerde aantallen vragen',
				questionAnswer
			),
			'/meldtijd': question(
				'leesMeldtijd',
				'Voortgang',
				'Hoe snel openingen worden gemeld, en welke dagen nog niet volledig zijn',
				reportingDelayAnswer
			),
			'/dekking': {
				get: {
					operationId: 'leesDekking',
					summary: 'Dekking, witte vlekken, afstand en volgende openingen',
					tags: ['Dekking'],
					requestParams: {
						query: z.object({
							...commonParameters,
							straal: z
								.enum([...REACH_CHOICES.keys()] as [string, ...string[]])
								.optional()
								.meta({ description: 'Wanneer een inwoner telt bij de volgende openingen.' }),
							open: z.array(z.string()).optional().meta({
								description:
									'Wat-als: nummers van locaties of codes van gemeenten die open zouden zijn; hoogstens 100.'
							})
						})
					},
					responses: {
						'200': {
							description: 'De dekking.',
							headers,
							content: { 'application/json': { schema: coverageAnswer } }
						},
						'304': { description: 'Niet veranderd (If-None-Match).' },
						'400': failure('Een of meer parameters kloppen niet.'),
						'404': failure('Deze provincie bestaat niet.'),
						'503': failure('De database antwoordt niet.')
					}
				}
			}
		}
	});
}
