import { z } from 'zod';
import { answeredDates, toAnsweredDates } from '#lib/base/as-of/answered-dates.ts';
import { answeredFilters, toAnsweredFilters } from '#lib/base/selection/answered-filters.ts';
import { definitionPath } from '#lib/base/definition/definition-path.ts';
import { shareWithin, type ReportingDelay } from './reporting-delay.ts';
import type { ReportingDelays, IncompleteDays } from './types.ts';

const count = z.int().min(0);
const day = z.iso.date();
const days = count.nullable();

const delay = {
	openingen: count.meta({ description: 'Openingen waarvan de meldtijd is gemeten.' }),
	mediaanDagen: days.meta({ description: 'Binnen zoveel dagen was de helft gemeld.' }),
	negentigProcentDagen: days.meta({ description: 'Binnen zoveel dagen was 90% gemeld.' })
};

/** Which days of a curve are probably incomplete, in the words of the API. */
export const markAnswer = z
	.object({
		...delay,
		vanHetHeleLand: z.boolean().meta({ description: 'In de selectie was te weinig te meten.' }),
		onvolledigVanaf: day.nullable().meta({
			description:
				'Vanaf deze dag is waarschijnlijk nog niet alles gemeld; leeg als dat nergens zo is.'
		}),
		definitie: z.url()
	})
	.meta({ id: 'Meldtijdmarkering' });

export function toMarkAnswer(mark: IncompleteDays, origin: string): z.infer<typeof markAnswer> {
	return {
		...delayAnswer(mark.delay),
		vanHetHeleLand: mark.ofCountry,
		onvolledigVanaf: mark.from,
		definitie: new URL(definitionPath('meldtijd'), origin).href
	};
}

/** The answer of `GET /api/v1/meldtijd`; its description in OpenAPI is made from it. */
export const reportingDelayAnswer = z
	.object({
		...answeredDates,
		...answeredFilters,
		gemetenVan: day.nullable().meta({ description: 'Openingen vanaf deze dag zijn gemeten.' }),
		gemetenTot: day.nullable().meta({ description: 'Openingen tot en met deze dag.' }),
		markering: markAnswer,
		perPoi: z.array(
			z.object({ poi: z.string(), naam: z.string(), ...delay, onvolledigVanaf: day.nullable() })
		),
		verdeling: z
			.array(z.object({ dagen: count, gemeld: count, deel: z.number().min(0).max(1) }))
			.meta({
				description: 'Hoeveel openingen na zoveel dagen zijn gemeld, en welk deel dan samen.'
			}),
		definitie: z.url(),
		voorbeeldgegevens: z.boolean(),
		dataVersie: count
	})
	.meta({ id: 'Meldtijd', description: 'Hoeveel dagen het duurt voor een opening is gemeld.' });

export type ReportingDelayAnswer = z.infer<typeof reportingDelayAnswer>;

/** The figures of the page about reporting delay in the words of the API; `origin` is where we live. */
export function toReportingDelayAnswer(
	late: ReportingDelays,
	{ dataVersion, origin }: { dataVersion: number; origin: string }
): ReportingDelayAnswer {
	const { view, today, period, counts } = late;
	const mark = toMarkAnswer(late.mark, origin);
	return {
		...toAnsweredDates(view.asOf, today),
		...toAnsweredFilters(view.filters),
		gemetenVan: period?.from ?? null,
		gemetenTot: period?.to ?? null,
		markering: mark,
		perPoi: late.institutes.map(({ slug, name, incompleteFrom, ...measured }) => ({
			poi: slug,
			naam: name,
			...delayAnswer(measured),
			onvolledigVanaf: incompleteFrom
		})),
		verdeling: counts.map((part) => ({
			dagen: part.days,
			gemeld: part.count,
			deel: shareWithin(counts, part.days)
		})),
		definitie: mark.definitie,
		voorbeeldgegevens: late.demoData,
		dataVersie: dataVersion
	};
}

function delayAnswer({ count: openingen, median, usual }: ReportingDelay) {
	return { openingen, mediaanDagen: median, negentigProcentDagen: usual };
}
