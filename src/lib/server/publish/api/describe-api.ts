import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { FILTER_PARAMETERS } from '#lib/base/selection/answered-filters.ts';
import { DATE_PARAMETERS } from '#lib/base/selection/parameters.ts';
import { PAGES, type AnyPage } from './pages.ts';
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

const one = ({ takes, longest }: Parameter): z.ZodType => {
	if (takes === 'day') return z.iso.date();
	if (takes === 'text') return longest ? z.string().max(longest) : z.string();
	return z.enum([...takes]);
};

function schemaOf(parameter: Parameter): z.ZodType {
	const { takes, many, about, example = takes === 'day' ? '2020-06-30' : undefined } = parameter;
	const schema = many ? z.array(one(parameter)) : one(parameter);
	return schema.optional().meta({ description: about, ...(example ? { example } : {}) });
}

/** The figures of a page: both dates, the filters, and what the page takes beside them. */
function describePage({ parameters, api }: AnyPage) {
	const taken = [...DATE_PARAMETERS, ...FILTER_PARAMETERS, ...parameters]
		.filter(({ about }) => about)
		.map((parameter) => [parameter.name, schemaOf(parameter)] as const);
	return {
		get: {
			operationId: api.operation,
			summary: api.summary,
			tags: [api.tag],
			requestParams: { query: z.object(Object.fromEntries(taken)) },
			responses: answers(api.answered, api.schema)
		}
	};
}

/** The description of the API, made from the pages and the schemas that its answers are made with. */
export function describeApi(origin: string) {
	return createDocument({
		openapi: '3.1.0',
		info: {
			title: 'Rolloutmonitor Informatiepunten Digitale Overheid',
			version: API_VERSION,
			description:
				'De stand van de uitrol van de Informatiepunten Digitale Overheid, voor elke dag en zoals bekend op elke dag. Openbaar, zonder sleutel. De pagina’s hebben dezelfde tabellen als CSV. Voor Excel: in het Nederlands met puntkomma’s en decimale komma’s, in het Engels met komma’s en decimale punten, beide in UTF-8 met BOM. Voor programma’s: met `?scheiding=komma` volgens RFC 4180, zonder BOM. Naast elke CSV staat een Excel-bestand met dezelfde tabel (`.xlsx` in plaats van `.csv`). Datums en getallen zijn daarin echte datums en getallen.',
			contact: { name: 'Beheer van deze installatie', url: origin }
		},
		servers: [{ url: `${origin}/api/v1` }],
		paths: Object.fromEntries(PAGES.map((page) => [`/${page.api.name}`, describePage(page)]))
	});
}
