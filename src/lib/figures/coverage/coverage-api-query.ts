import type { Day } from '#lib/base/day/day.ts';
import { REACH_CHOICES, type CoverageQuery } from './coverage-query.ts';
import {
	parseHeadlineQuery,
	type QueryError,
	type HeadlineQuery
} from '#lib/network/standing/headline-query.ts';
import { MOST_OPENED, parseOpen, type IgnoredPlace, type OpenProblem } from './what-if.ts';

export interface CoverageApiQuery extends HeadlineQuery {
	query: CoverageQuery;
}

const PROBLEMS: Record<OpenProblem, string> = {
	not_a_place: 'Dit is geen code van een gemeente (GM0983) of nummer van een locatie.',
	unknown_place:
		'Deze plaats is op de peildatum al open, ligt buiten de provincie of bestaat niet.',
	too_many: `Er kunnen hoogstens ${MOST_OPENED} plaatsen worden gekozen; vanaf deze is het te veel.`
};

/** What is wrong with a place, as the API says it. */
export const openError = ({ value, problem }: IgnoredPlace): QueryError => ({
	parameter: 'open',
	value,
	detail: PROBLEMS[problem]
});

/**
 * Reads the parameters of `/api/v1/dekking`: those of `/api/v1/stand`, with `straal` and `open`. What
 * cannot be used is an error; the API does not guess.
 */
export function parseCoverageQuery(params: URLSearchParams, today: Day): CoverageApiQuery {
	const standing = parseHeadlineQuery(params, today);
	const word = params.get('straal')?.trim();
	const reach = word ? REACH_CHOICES.get(word) : 'municipality';
	if (reach === undefined) {
		standing.errors.push({
			parameter: 'straal',
			value: (word ?? '').slice(0, 60).toWellFormed(),
			detail: `Kies uit: ${[...REACH_CHOICES.keys()].join(', ')}.`
		});
	}
	const { places, ignored } = parseOpen(params);
	standing.errors.push(...ignored.map(openError));
	return { ...standing, query: { reach: reach ?? 'municipality', open: places } };
}
