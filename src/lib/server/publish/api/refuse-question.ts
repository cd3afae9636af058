import { FIRST_DAY, LAST_DAY, type Notice } from '#lib/base/as-of/as-of.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { FILTER_PARAMETERS } from '#lib/base/selection/answered-filters.ts';
import { DATE_PARAMETERS, STATUS_PARAMETER } from '#lib/base/selection/parameters.ts';
import { problem, type ApiError } from './problem.ts';

/** What a question about these parameters takes; every other parameter is ignored. */
const takenBy = (own: readonly Parameter[]): Map<string, Parameter> =>
	new Map(
		[...DATE_PARAMETERS, ...FILTER_PARAMETERS, STATUS_PARAMETER, ...own]
			.filter(({ about }) => about)
			.map((parameter) => [parameter.name, parameter])
	);

/**
 * The refusal of a question, with everything that is wrong together; null when nothing is. A page
 * shows the nearest sensible view and tells what it left out; the API does not guess, so what a page
 * tells is here an error. The parser is the same.
 */
export function refuseQuestion(
	params: URLSearchParams,
	own: readonly Parameter[],
	notices: readonly Notice[]
): Response | null {
	const taken = takenBy(own);
	const repeated = [...taken.values()]
		.filter(({ name, many }) => !many && params.getAll(name).length > 1)
		.map(({ name }): ApiError => {
			const detail = 'De parameter mag maar één keer voorkomen.';
			return { parameter: name, value: '', detail };
		});
	const unusable = notices.flatMap((notice): ApiError[] => {
		const parameter = taken.get(notice.parameter);
		if (!parameter) return [];
		const { value, problem: what } = notice;
		return [{ parameter: parameter.name, value, detail: DETAILS[what](notice, parameter) }];
	});
	return refusalOf([...repeated, ...unusable]);
}

/** What is wrong, for who writes a program: with what can be written there. In Dutch, as all of the API. */
const DETAILS: Record<Notice['problem'], (notice: Notice, parameter: Parameter) => string> = {
	not_a_day: () => 'Dit is geen bestaande dag. Schrijf een dag als JJJJ-MM-DD.',
	out_of_range: (_, { range = `van ${FIRST_DAY} tot en met ${LAST_DAY}` }) =>
		`De dag moet liggen ${range}.`,
	unknown_value: (_, { takes }) =>
		typeof takes === 'string' ? 'Dit kennen we niet.' : `Kies uit: ${takes.join(', ')}.`,
	not_a_number: () => 'Dit is geen getal.',
	too_long: (_, { longest }) => `Dit is te lang: er mogen ${longest} tekens staan.`,
	not_a_place: () => 'Dit is geen code van een gemeente (GM0983) of nummer van een locatie.',
	unknown_place: () =>
		'Deze plaats is op de peildatum al open, ligt buiten de provincie of bestaat niet.',
	too_many: ({ most }) =>
		`Er kunnen hoogstens ${most} plaatsen worden gekozen; vanaf deze is het te veel.`
};

/** One that asks for a province that does not exist asks for something that is not there. */
function refusalOf(errors: readonly ApiError[]): Response | null {
	const [first] = errors;
	if (!first) return null;
	if (errors.length === 1 && first.parameter === 'provincie' && first.value !== '')
		return problem(404, 'Niet gevonden', first.detail, { errors });
	const parameters = [...new Set(errors.map(({ parameter }) => parameter))];
	const detail = `De vraag klopt niet: ${parameters.join(', ')}.`;
	return problem(400, 'Ongeldige vraag', detail, { errors });
}
