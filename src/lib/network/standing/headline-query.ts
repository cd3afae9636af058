import { FIRST_DAY, LAST_DAY, type AsOf } from '#lib/base/as-of/as-of.ts';
import { isDay, type Day } from '#lib/base/day/day.ts';
import { PROVINCE_SLUGS, provinceSlug } from '#lib/base/selection/province-slugs.ts';

/** One thing that is wrong with the parameters, in Dutch, the language of the API. */
export interface QueryError {
	parameter: string;
	value: string;
	detail: string;
}

export interface HeadlineQuery {
	asOf: AsOf;
	province: string | null;
	/** Everything that is wrong, together. */
	errors: QueryError[];
	/** A province is asked for that does not exist. */
	unknownProvince: boolean;
}

const PARAMETERS = ['peildatum', 'bekendOp', 'provincie', 'poi', 'cohort', 'zoek'];

/**
 * Reads the parameters of `/api/v1/stand`. Unlike a page, the API does not guess: what cannot be
 * used is an error. Empty parameters count as absent, unknown ones are ignored.
 */
export function parseHeadlineQuery(params: URLSearchParams, today: Day): HeadlineQuery {
	const errors: QueryError[] = [];
	for (const parameter of PARAMETERS.filter((name) => params.getAll(name).length > 1)) {
		errors.push({ parameter, value: '', detail: 'De parameter mag maar één keer voorkomen.' });
	}
	const validOn = readDay(params, 'peildatum', errors) ?? today;
	const knownOn = readDay(params, 'bekendOp', errors);
	const word = params.get('provincie')?.trim();
	const slug = word ? provinceSlug(word) : null;
	const unknownProvince = slug !== null && !PROVINCE_SLUGS.includes(slug);
	if (unknownProvince) {
		errors.push({
			parameter: 'provincie',
			value: shorten(word ?? ''),
			detail: `Deze provincie bestaat niet. Kies uit: ${PROVINCE_SLUGS.join(', ')}.`
		});
	}
	return {
		asOf: { validOn, knownOn: knownOn !== null && knownOn < today ? knownOn : null },
		province: unknownProvince ? null : slug,
		errors,
		unknownProvince
	};
}

function readDay(params: URLSearchParams, parameter: string, errors: QueryError[]): Day | null {
	const value = params.get(parameter)?.trim();
	if (!value) return null;
	if (!isDay(value)) {
		const detail = 'Dit is geen bestaande dag. Schrijf een dag als JJJJ-MM-DD.';
		errors.push({ parameter, value: shorten(value), detail });
		return null;
	}
	if (value < FIRST_DAY || value > LAST_DAY) {
		const detail = `De dag moet liggen van ${FIRST_DAY} tot en met ${LAST_DAY}.`;
		errors.push({ parameter, value, detail });
		return null;
	}
	return value;
}

function shorten(value: string): string {
	return value.slice(0, 60).toWellFormed();
}
