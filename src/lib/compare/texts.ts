import type { AsOf } from '#lib/as-of/as-of.ts';
import type { FigureContext, FigureTable } from '#lib/charts/figure.ts';
import type { Headline } from '#lib/coverage/types.ts';
import { formatDay, formatShortDay, type Day } from '#lib/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { CHANGES, type Change, type Side } from './compare.ts';
import type { Comparison } from './types.ts';
import { viewContext } from '#lib/view/figure-context.ts';

const CHANGE_TEXTS: Record<Change, () => string> = {
	opened: m.compare_opened,
	closed: m.compare_closed,
	slipped: m.compare_slipped,
	brought_forward: m.compare_brought_forward,
	newly_planned: m.compare_newly_planned,
	withdrawn: m.compare_withdrawn,
	corrected: m.compare_corrected
};

export const changeText = (change: Change): string => CHANGE_TEXTS[change]();

const inWords = (day: Day) => formatDay(day, getLocale());

/** "31 december 2020, zoals bekend op 31 januari 2021". */
export function situationText({ validOn, knownOn }: AsOf): string {
	const date = inWords(validOn);
	return knownOn === null ? date : m.compare_known({ date, known: inWords(knownOn) });
}

/** How many points changed in which way, in one sentence. */
export function comparisonSentence({ before, view, points }: Comparison): string {
	const from = situationText(before);
	const to = situationText(view.asOf);
	const counts = CHANGES.map((change) => ({
		change,
		count: points.filter((point) => point.change === change).length
	})).filter(({ count }) => count > 0);
	if (counts.length === 0) return m.compare_nothing({ from, to });
	const list = counts.map(({ change, count }) => `${changeText(change).toLowerCase()} ${count}`);
	return m.compare_sentence({ from, to, list: list.join(', ') });
}

/** What is told of a point in one situation. */
export function sideText(side: Side | null): string {
	if (!side) return m.compare_side_absent();
	const short = (day: Day) => formatShortDay(day, getLocale());
	if (side.permanentlyClosed) return m.compare_side_closed();
	if (side.realised)
		return m.compare_side_open({ date: side.openedOn ? short(side.openedOn) : '–' });
	return side.planOn
		? m.compare_side_planned({ date: short(side.planOn) })
		: m.compare_side_no_plan();
}

/** The headline figures of both situations beside each other. */
export function headlineTable({ headlines, before, view }: Comparison): FigureTable {
	const figures: { label: string; of: (headline: Headline) => number }[] = [
		{ label: m.compare_locations(), of: ({ locations }) => locations.open },
		{ label: m.compare_organisations(), of: ({ organisations }) => organisations.open },
		{ label: m.compare_municipalities(), of: ({ municipalities }) => municipalities.covered },
		{ label: m.compare_inhabitants(), of: ({ inhabitants }) => inhabitants.covered }
	];
	return {
		columns: [
			{ key: 'cijfer', label: m.compare_figure(), kind: 'text' },
			{ key: 'eerst', label: situationText(before), kind: 'number' },
			{ key: 'daarna', label: situationText(view.asOf), kind: 'number' },
			{ key: 'verschil', label: m.compare_difference(), kind: 'number' }
		],
		rows: figures.map(({ label, of }) => {
			const [one, other] = [of(headlines.before), of(headlines.after)];
			return [label, one, other, other - one];
		})
	};
}

/** Every changed point with both situations, for a file. */
export function changeTable({ points }: Pick<Comparison, 'points'>): FigureTable {
	const text = (key: string) => ({ key, label: key, kind: 'text' as const });
	return {
		columns: ['verandering', 'id', 'locatie', 'gemeente', 'bibliotheek', 'eerst', 'daarna'].map(
			text
		),
		rows: points.map(({ change, id, name, municipality, library, before, after }) => [
			changeText(change),
			id,
			name,
			municipality,
			library,
			sideText(before),
			sideText(after)
		])
	};
}

/** Dates, filters and source of the page, with the situation that it is compared with. */
export function compareContext(
	comparison: Comparison,
	supportInstitutes: readonly { slug: string; name: string }[]
): FigureContext {
	const context = viewContext(comparison, supportInstitutes);
	const compared = m.compare_with({ situation: situationText(comparison.before) });
	return { ...context, compared };
}
