import { factDayOf } from '#lib/base/as-of/as-of.ts';
import type { Figure, FigureContext } from '#lib/base/charts/figure.ts';
import type { SeriesLook } from '#lib/base/charts/types.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Coverage, WhatIf } from './coverage-page.ts';
import type { Part } from './measures.ts';
import type { Candidate } from './situation.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';

/** How facts, places that are not open and what is only supposed look, everywhere alike. */
export const LOOKS = {
	fact: { ink: 'teal', dash: 'solid', shape: 'circle' },
	notOpen: { ink: 'blue', dash: 'solid', shape: 'square' },
	whatIf: { ink: 'violet', dash: 'dashed', shape: 'diamond' }
} as const satisfies Record<string, SeriesLook>;

/** So many places of a what-if are named; the others are counted. */
const MOST_NAMED = 5;

/** The last day with facts: the peildatum, but never after today. */
export function factDay({ view, today }: Pick<Coverage, 'view' | 'today'>): Day {
	return factDayOf(view.asOf, today);
}

/** True when the figures are about a day gone by. */
export const isPast = (coverage: Pick<Coverage, 'view' | 'today'>): boolean =>
	coverage.view.asOf.validOn < coverage.today;

export const inWords = (day: Day): string => formatDay(day, getLocale());

export const partShare = ({ covered, total }: Part): number => shareOf(covered, total);
export const partText = (part: Part): string => formatShare(partShare(part));

/** "Bibliotheek Best (Best)", or "Gemeente Best, plek nog niet bekend". */
export function placeText({
	name,
	municipality
}: Pick<Candidate, 'name' | 'municipality'>): string {
	return name === null
		? m.coverage_place_municipality({ municipality: municipality.name })
		: m.coverage_place_in({ name, municipality: municipality.name });
}

function placesText({ opened }: WhatIf): string {
	const named = opened.slice(0, MOST_NAMED).map(placeText);
	const count = opened.length - named.length;
	return [...named, ...(count > 0 ? [m.coverage_whatif_and_more({ count })] : [])].join(', ');
}

/** "Wat-als, geen feit. Meegeteld als open: …": stands in every file of a what-if. */
export const whatIfMark = (whatIf: WhatIf): string =>
	m.coverage_whatif_places({ places: placesText(whatIf) });

/** The banner of a what-if in sentences: what is supposed, and what comes of it. */
export function whatIfSentences(whatIf: WhatIf, coverage: Pick<Coverage, 'figures'>): string[] {
	const [before, after] = [coverage.figures.inhabitants, whatIf.figures.inhabitants];
	const added = after.covered - before.covered;
	return [
		m.coverage_whatif_sentence({ count: whatIf.opened.length, places: placesText(whatIf) }),
		added === 0
			? m.coverage_whatif_result_none()
			: m.coverage_whatif_result({
					from: partText(before),
					to: partText(after),
					added: formatNumber(added)
				})
	];
}

/**
 * A figure that says in its title, its sentence and its picture that it holds a what-if, when it
 * does. `outcome` says what comes of it, after what is a fact; `mark` begins its sentence.
 */
export function marked(
	figure: Figure,
	{ whatIf }: Pick<Coverage, 'whatIf'>,
	outcome: (whatIf: WhatIf, mark: string) => string
): Figure {
	if (!whatIf) return figure;
	const mark = m.coverage_whatif_mark({ count: whatIf.opened.length });
	return {
		...figure,
		title: m.coverage_whatif_title({ title: figure.title }),
		sentence: `${figure.sentence} ${outcome(whatIf, mark)}`,
		notes: [...(figure.notes ?? []), whatIfMark(whatIf)]
	};
}

/** The same for a file without sentence, in which each row says that it holds a what-if. */
export function fileContext(
	coverage: Pick<Coverage, 'view' | 'today' | 'demoData' | 'whatIf'>,
	supportInstitutes: readonly { slug: string; name: string }[]
): FigureContext {
	const context = viewContext(coverage, supportInstitutes);
	if (!coverage.whatIf) return context;
	return { ...context, filters: [whatIfMark(coverage.whatIf), ...context.filters] };
}
