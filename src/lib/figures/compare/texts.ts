import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { FigureContext, FigureTable } from '#lib/base/charts/figure.ts';
import type { Headline } from '#lib/network/standing/types.ts';
import { formatDay, formatShortDay, type Day } from '#lib/base/day/day.ts';
import { formatShortPreciseDay } from '#lib/base/day/format-precise.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { CHANGES, type Change, type PointSide } from './compare.ts';
import { FIGURES, type FigureName, type LineName } from './explain.ts';
import type { Comparison } from './types.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';

const CHANGE_TEXTS: Record<Change, () => string> = {
	opened: m.compare_opened,
	reopened: m.compare_reopened,
	temporarily_closed: m.compare_temporarily_closed,
	online_only: m.compare_online_only,
	closed: m.compare_closed,
	moved_inside: m.compare_moved_inside,
	moved_outside: m.compare_moved_outside,
	slipped: m.compare_slipped,
	brought_forward: m.compare_brought_forward,
	newly_planned: m.compare_newly_planned,
	withdrawn: m.compare_withdrawn,
	merger: m.compare_merger,
	entered: m.compare_entered,
	left: m.compare_left,
	corrected: m.compare_corrected
};

export const changeText = (change: Change): string => CHANGE_TEXTS[change]();

const inWords = (day: Day) => formatDay(day, getLocale());

/**
 * "31 december 2020, zoals bekend op 31 januari 2021"; of a day to come "30 juni 2023 (met de feiten van
 * 31 januari 2022)", because nothing has happened there yet.
 */
export function situationText({ validOn, knownOn }: AsOf, today: Day): string {
	const date =
		validOn > today
			? m.compare_to_come({ date: inWords(validOn), facts: inWords(today) })
			: inWords(validOn);
	return knownOn === null ? date : m.compare_known({ date, known: inWords(knownOn) });
}

/** How many points changed in which way, in one sentence. */
export function comparisonSentence({ before, view, points, today }: Comparison): string {
	const from = situationText(before, today);
	const to = situationText(view.asOf, today);
	const counts = CHANGES.map((change) => {
		const changed = points.filter((point) => point.change === change);
		const outside = changed.filter(({ before, after }) => (after ?? before)?.outsideLibrary);
		return { change, count: changed.length, outside: outside.length };
	}).filter(({ count }) => count > 0);
	if (counts.length === 0) return m.compare_nothing({ from, to });
	const list = counts.map(({ change, count, outside }) => {
		const counted = `${changeText(change).toLowerCase()} ${count}`;
		// The lines of "locations open" count those in a library.
		return outside > 0 ? m.compare_outside_of({ change: counted, outside }) : counted;
	});
	return m.compare_sentence({ from, to, list: list.join(', ') });
}

/** What is told of a point in one situation; after a merger that is where it belongs. */
export function sideText(side: PointSide | null, change: Change): string {
	if (!side) return m.compare_side_absent();
	if (change === 'merger') return `${side.library}, ${side.municipality}`;
	const short = (day: Day) => formatShortDay(day, getLocale());
	if (side.permanentlyClosed) return m.compare_side_closed();
	if (side.realised) {
		const date = side.openedOn
			? formatShortPreciseDay(side.openedOn, side.openedPrecision ?? 'day', getLocale())
			: '–';
		if (side.accessible) return m.compare_side_open({ date });
		return side.operation === 'online_only'
			? m.compare_side_online_only({ date })
			: m.compare_side_temporarily_closed({ date });
	}
	return side.planOn
		? m.compare_side_planned({ date: short(side.planOn) })
		: m.compare_side_no_plan();
}

/** A number of the headline that is compared: its name, and the number itself. */
const FIGURE_OF: Record<FigureName, { label: () => string; of: (headline: Headline) => number }> = {
	locations: { label: m.compare_locations, of: ({ locations }) => locations.open },
	accessible: { label: m.compare_accessible, of: ({ locations }) => locations.accessible },
	outside: { label: m.compare_outside, of: ({ locations }) => locations.outsideLibrary },
	organisations: { label: m.compare_organisations, of: ({ organisations }) => organisations.open },
	municipalities: {
		label: m.compare_municipalities,
		of: ({ municipalities }) => municipalities.covered
	},
	whiteSpots: {
		label: m.compare_white_spots,
		of: ({ municipalities }) => municipalities.total - municipalities.covered
	},
	inhabitants: { label: m.compare_inhabitants, of: ({ inhabitants }) => inhabitants.covered }
};

const lineText = (name: LineName): string =>
	name === 'population' ? m.compare_population() : changeText(name);

/** The headline figures of both situations beside each other. */
export function headlineTable({ headlines, before, view, today }: Comparison): FigureTable {
	return {
		columns: [
			{ key: 'cijfer', label: m.compare_figure(), kind: 'text' },
			{ key: 'eerst', label: situationText(before, today), kind: 'number' },
			{ key: 'daarna', label: situationText(view.asOf, today), kind: 'number' },
			{ key: 'verschil', label: m.compare_difference(), kind: 'number' }
		],
		rows: FIGURES.map((figure) => {
			const { label, of } = FIGURE_OF[figure];
			const [one, other] = [of(headlines.before), of(headlines.after)];
			return [label(), one, other, other - one];
		})
	};
}

/** What the difference of each figure is the sum of. */
export function linesTable({ lines }: Pick<Comparison, 'lines'>): FigureTable {
	return {
		columns: [
			{ key: 'cijfer', label: m.compare_figure(), kind: 'text' },
			{ key: 'oorzaak', label: m.compare_line(), kind: 'text' },
			{ key: 'verschil', label: m.compare_difference(), kind: 'number' }
		],
		rows: FIGURES.flatMap((figure) =>
			lines[figure].map(({ name, value }) => [FIGURE_OF[figure].label(), lineText(name), value])
		)
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
			sideText(before, change),
			sideText(after, change)
		])
	};
}

/** Dates, filters and source of the page, with the situation that it is compared with. */
export function compareContext(
	comparison: Comparison,
	supportInstitutes: readonly { slug: string; name: string }[]
): FigureContext {
	const context = viewContext(comparison, supportInstitutes);
	const compared = m.compare_with({
		situation: situationText(comparison.before, comparison.today)
	});
	return {
		...context,
		compared: comparison.turned ? `${compared} (${m.compare_turned_short()})` : compared
	};
}
