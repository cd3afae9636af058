import { lastingDates, type Notice } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { asOfParams } from '#lib/base/as-of/as-of.ts';
import { readChoice } from '#lib/base/selection/choices.ts';
import { LONGEST_SEARCH } from '#lib/base/selection/filters.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import type { View } from '#lib/base/selection/view.ts';

const PLACE = 'plaats';
const LETTERS = 'letters';
const LARGE = 'groot';

/** Parameters of the page that says where to go, beside those of the view. */
export const WHERE_TO_GO_PARAMETERS: readonly Parameter[] = [
	{
		name: PLACE,
		takes: 'text',
		about: 'De plaats of gemeente waar iemand woont, zoals "Giethoorn" of "Hengelo (Bronckhorst)".',
		example: 'Giethoorn',
		longest: LONGEST_SEARCH
	},
	{ name: LETTERS, takes: [LARGE] }
];

export interface WhereToGoQuery {
	/** What was typed; null when nothing was. */
	asked: string | null;
	/** The answer in large letters, to read along or to take home on paper. */
	large: boolean;
}

/** Reads `plaats` and `letters` from an address. */
export function parseWhereToGo(params: URLSearchParams, notices: Notice[]): WhereToGoQuery {
	// A zero byte is the one character that PostgreSQL refuses in text.
	const typed = (params.get(PLACE) ?? '').replaceAll('\0', ' ').toWellFormed().trim();
	if (typed.length > LONGEST_SEARCH) {
		notices.push({ parameter: PLACE, value: typed.slice(0, 40), problem: 'too_long' });
	}
	const large = readChoice(params, LETTERS, new Map([[LARGE, true]]), notices) ?? false;
	return { asked: typed.slice(0, LONGEST_SEARCH).toWellFormed().trim() || null, large };
}

/** The shortest parameters that say this. */
export function whereToGoParams(
	{ asOf }: Pick<View, 'asOf'>,
	{ asked, large }: WhereToGoQuery,
	today: Day
): URLSearchParams {
	const params = asOfParams(asOf, today);
	if (asked !== null) params.set(PLACE, asked);
	if (large) params.set(LETTERS, LARGE);
	return params;
}

/** Parameters that keep saying the same tomorrow: both dates are always there. */
export function lastingWhereToGoParams(
	view: Pick<View, 'asOf'>,
	query: WhereToGoQuery,
	today: Day
): URLSearchParams {
	return lastingDates(whereToGoParams(view, query, today), view.asOf, today);
}
