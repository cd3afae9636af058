import { z } from 'zod';
import { definitionPath } from '#lib/base/definition/definition-path.ts';
import { conditionsOf, type Cell, type Figure, type FigureContext } from './figure.ts';

const day = z.iso.date();
const cell = z.union([z.string(), z.number(), z.null()]);

/** The answer of the pages whose figures are tables; its description in OpenAPI is made from it. */
export const figuresAnswer = z
	.object({
		peildatum: day,
		bekendOp: day,
		feitenVan: day.meta({ description: 'De dag van de feiten: nooit na vandaag.' }),
		filters: z.array(z.string()).meta({ description: 'Elk filter als een stukje van een zin.' }),
		figuren: z
			.record(
				z.string(),
				z.object({
					definities: z.array(z.url()),
					rijen: z
						.array(z.record(z.string(), cell))
						.meta({ description: 'Dezelfde kolommen en waarden als in de CSV van deze figuur.' })
				})
			)
			.meta({
				description: 'De tabel van elke figuur van de pagina, onder de naam van zijn bestand.'
			}),
		bron: z.string(),
		voorbeeldgegevens: z.boolean(),
		dataVersie: z.int().min(0)
	})
	.meta({ id: 'Figuren' });

export type FiguresAnswer = z.infer<typeof figuresAnswer>;

/** A figure under the name of its file. */
export interface NamedFigure extends Pick<Figure, 'table' | 'definitions'> {
	name: string;
}

/** Figures in the words of the API; `origin` is where we live. */
export function toFiguresAnswer(
	figures: readonly NamedFigure[],
	{ context, dataVersion, origin }: { context: FigureContext; dataVersion: number; origin: string }
): FiguresAnswer {
	return {
		peildatum: context.validOn,
		bekendOp: context.knownOn,
		feitenVan: context.factsOn ?? context.validOn,
		filters: conditionsOf(context),
		figuren: Object.fromEntries(
			figures.map(({ name, table: { columns, rows }, definitions }) => [
				name,
				{
					definities: definitions.map(({ anchor }) => new URL(definitionPath(anchor), origin).href),
					rijen: rows.map((row): Record<string, Cell> =>
						Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null]))
					)
				}
			])
		),
		bron: context.source,
		voorbeeldgegevens: context.demoData,
		dataVersie: dataVersion
	};
}
