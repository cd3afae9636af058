import { lastingDates, type Notice } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { readChoice } from '#lib/base/selection/choices.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { viewParams, type View } from '#lib/base/selection/view.ts';
import { DISTANCE_STEPS } from './measures.ts';
import type { Reach } from './next-opening.ts';
import { MOST_OPENED, parseOpen, type IgnoredPlace } from './what-if.ts';

export interface CoverageQuery {
	/** Places that are supposed to be open: ids of locations, codes of municipalities. */
	open: readonly string[];
	/** When inhabitants count as covered in the next best openings. */
	reach: Reach;
}

export const REACHES: readonly Reach[] = ['municipality', ...DISTANCE_STEPS];

/** How a reach is written in an address: `straal=5`; the municipality is the default. */
export const REACH_CHOICES: ReadonlyMap<string, Reach> = new Map(
	REACHES.map((reach) => [reach === 'municipality' ? 'gemeente' : String(reach), reach])
);

/** Parameters of the coverage page beside those of the view. */
export const COVERAGE_PARAMETERS: readonly Parameter[] = [
	{
		name: 'straal',
		takes: [...REACH_CHOICES.keys()],
		about: 'Wanneer een inwoner telt bij de volgende openingen.'
	},
	{
		name: 'open',
		takes: 'text',
		many: true,
		about:
			'Wat-als: nummers van locaties of codes van gemeenten die open zouden zijn; hoogstens 100.'
	}
];

/** What is told of a place that could not be supposed open. */
export const openNotice = ({ value, problem }: IgnoredPlace): Notice => ({
	...{ parameter: 'open', value, problem },
	most: MOST_OPENED
});

/** Reads `open` and `straal`; what cannot be used is told in `notices`. */
export function parseCoverage(params: URLSearchParams, notices: Notice[]): CoverageQuery {
	const reach = readChoice(params, 'straal', REACH_CHOICES, notices) ?? 'municipality';
	const { places, ignored } = parseOpen(params);
	notices.push(...ignored.map(openNotice));
	return { open: places, reach };
}

/** The shortest parameters that say this; what is the default is left out. */
export function coverageParams(view: View, query: CoverageQuery, today: Day): URLSearchParams {
	const params = viewParams({ ...view, filters: { ...view.filters, statuses: [] } }, today);
	if (query.reach !== 'municipality') params.set('straal', String(query.reach));
	for (const place of query.open) params.append('open', place);
	return params;
}

/** Parameters that keep saying the same tomorrow: both dates are always there. */
export function lastingCoverageParams(
	view: View,
	query: CoverageQuery,
	today: Day
): URLSearchParams {
	return lastingDates(coverageParams(view, query, today), view.asOf, today);
}
