import { parseHeadlineQuery, type HeadlineQuery } from '#lib/network/standing/headline-query.ts';
import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import { isDay, type Day } from '#lib/base/day/day.ts';
import { MEASURE_CHOICES, MEASURE_WORDS } from '#lib/base/measure/measure.ts';
import { quarterEndBefore, type ProgressQuery } from './query.ts';

export interface ProgressApiQuery extends HeadlineQuery {
	query: ProgressQuery;
}

/**
 * Reads the parameters of `/api/v1/voortgang`: those of `/api/v1/stand`, with `telling` and
 * `vergelijk`. What cannot be used is an error; the API does not guess.
 */
export function parseProgressQuery(params: URLSearchParams, today: Day): ProgressApiQuery {
	const standing = parseHeadlineQuery(params, today);
	const { errors, asOf } = standing;
	const word = params.get('telling')?.trim();
	const measure = word ? MEASURE_CHOICES.get(word) : 'locations';
	if (measure === undefined) {
		const detail = `Kies uit: ${Object.values(MEASURE_WORDS).join(', ')}.`;
		errors.push({ parameter: 'telling', value: (word ?? '').slice(0, 60).toWellFormed(), detail });
	}
	const compareOn = params.get('vergelijk')?.trim();
	if (compareOn && (!isDay(compareOn) || compareOn < FIRST_DAY || compareOn >= asOf.validOn)) {
		const detail = `Schrijf een dag als JJJJ-MM-DD, van ${FIRST_DAY} tot aan de peildatum.`;
		errors.push({
			parameter: 'vergelijk',
			value: compareOn.slice(0, 60).toWellFormed(),
			detail
		});
	}
	return {
		...standing,
		query: {
			measure: measure ?? 'locations',
			compareOn: compareOn || quarterEndBefore(asOf.validOn)
		}
	};
}
