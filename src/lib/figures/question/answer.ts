import { z } from 'zod';
import { answeredDates, toAnsweredDates } from '#lib/base/as-of/answered-dates.ts';
import { answeredFilters, toAnsweredFilters } from '#lib/base/selection/answered-filters.ts';
import { definitionPath } from '#lib/base/definition/definition-path.ts';
import { quarterOf } from '#lib/base/as-of/quarter.ts';
import type { Questions } from './types.ts';

const count = z.int().min(0);
const day = z.iso.date();

/** The answer of `GET /api/v1/vragen`; its description in OpenAPI is made from it. */
export const questionAnswer = z
	.object({
		...answeredDates,
		...answeredFilters,
		gepubliceerd: z
			.array(
				z.object({
					op: day,
					vragenSinds2019: count,
					minstens: z.boolean(),
					locatiesOpen: count,
					uitgever: z.string(),
					bron: z.string()
				})
			)
			.meta({ description: 'Gepubliceerde aantallen voor het hele land; leeg met een provincie.' }),
		kwartalen: z.array(
			z.object({
				kwartaal: z.string().meta({ example: '2021-k3' }),
				vragen: count.meta({ description: 'Zonder de locaties met minder dan vijf vragen.' }),
				locatiesInBestand: count,
				locatiesMinderDanVijf: count,
				locatiesOpen: count,
				ingelezenOp: day
			})
		),
		definitie: z.url(),
		voorbeeldgegevens: z.boolean(),
		dataVersie: count
	})
	.meta({ id: 'Vragen', description: 'Gepubliceerde en geregistreerde aantallen vragen.' });

export type QuestionAnswer = z.infer<typeof questionAnswer>;

/** The figures about questions in the words of the API; `origin` is where we live. */
export function toQuestionAnswer(
	{ view, today, demoData, published, quarters }: Questions,
	{ dataVersion, origin }: { dataVersion: number; origin: string }
): QuestionAnswer {
	return {
		...toAnsweredDates(view.asOf, today),
		...toAnsweredFilters(view.filters),
		gepubliceerd: published.map((row) => ({
			op: row.appliesOn,
			vragenSinds2019: row.value,
			minstens: row.atLeast,
			locatiesOpen: row.open,
			uitgever: row.publisher,
			bron: row.source
		})),
		kwartalen: quarters.map((row) => ({
			kwartaal: quarterOf(row.quarterEnd).code,
			vragen: row.questions,
			locatiesInBestand: row.locations,
			locatiesMinderDanVijf: row.suppressed,
			locatiesOpen: row.open,
			ingelezenOp: row.importedOn
		})),
		definitie: new URL(definitionPath('vragen'), origin).href,
		voorbeeldgegevens: demoData,
		dataVersie: dataVersion
	};
}
