import { readDay } from '#lib/base/day/read-day.ts';
import { isDay, type Day } from '#lib/base/day/day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	criteriaOf,
	DECISIONS,
	HIGHEST_SCORE,
	LONGEST_CRITERION,
	LONGEST_ROUND_NAME,
	LOWEST_SCORE,
	MOST_CRITERIA,
	MOST_SEATS,
	type ApplicationSaid,
	type RoundSaid
} from './selection-round.ts';

type Given = (name: string) => string;
type Reading<Said> = { said: Said; errors?: never } | { errors: Errors; said?: never };

const LONGEST_SOURCE = 2_000;
const LONGEST_REASON = 500;
const FIRST_DAY: Day = '2018-01-01';

function dayIn(given: Given, name: string, errors: Errors): Day | null {
	const text = given(name).trim();
	const read = text === '' ? null : readDay(text);
	if (text === '') errors[name] = m.round_problem_required();
	else if (read === null || !isDay(read) || read < FIRST_DAY) errors[name] = m.round_problem_day();
	return errors[name] ? null : read;
}

function textIn(given: Given, name: string, longest: number, errors: Errors): string {
	const text = given(name).trim();
	if (text === '') errors[name] = m.round_problem_required();
	else if (text.length > longest) errors[name] = m.round_problem_long({ most: longest });
	return text;
}

/** What was filled in of a round: all of it, or everything that is wrong. */
export function readRoundForm(given: Given): Reading<RoundSaid> {
	const errors: Errors = {};
	const nameNl = textIn(given, 'nameNl', LONGEST_ROUND_NAME, errors);
	const nameEn = textIn(given, 'nameEn', LONGEST_ROUND_NAME, errors);
	const opensOn = dayIn(given, 'opensOn', errors);
	const closesOn = dayIn(given, 'closesOn', errors);
	if (opensOn && closesOn && closesOn < opensOn) errors.closesOn = m.round_problem_order();
	const seats = Number(given('seats').trim());
	if (!Number.isInteger(seats) || seats < 1 || seats > MOST_SEATS) {
		errors.seats = m.round_problem_seats({ most: MOST_SEATS });
	}
	const criteria = criteriaOf({ criteria: given('criteria') });
	if (criteria.length === 0) errors.criteria = m.round_problem_required();
	else if (criteria.length > MOST_CRITERIA) {
		errors.criteria = m.round_problem_criteria({ most: MOST_CRITERIA });
	} else if (criteria.some((one) => one.length > LONGEST_CRITERION)) {
		errors.criteria = m.round_problem_long({ most: LONGEST_CRITERION });
	}
	const source = textIn(given, 'source', LONGEST_SOURCE, errors);
	if (Object.keys(errors).length > 0 || !opensOn || !closesOn) return { errors };
	return {
		said: { nameNl, nameEn, opensOn, closesOn, seats, criteria: criteria.join('\n'), source }
	};
}

/** What was filled in of an application in a round with so many criteria. */
export function readApplicationForm(
	given: Given,
	libraryId: number | null,
	criteria: number
): Reading<ApplicationSaid> {
	const errors: Errors = {};
	if (libraryId === null) errors.library = m.round_problem_library();
	const receivedOn = dayIn(given, 'receivedOn', errors);
	const decision = DECISIONS.find((one) => one === given('decision').trim());
	if (!decision) errors.decision = m.round_problem_required();
	const scores = Array.from({ length: criteria }, (_, at): number | null => {
		const text = given(`score${at}`).trim();
		if (text === '') return null;
		const score = Number(text);
		if (Number.isInteger(score) && score >= LOWEST_SCORE && score <= HIGHEST_SCORE) return score;
		errors[`score${at}`] = m.round_problem_score({ lowest: LOWEST_SCORE, highest: HIGHEST_SCORE });
		return null;
	});
	if (Object.keys(errors).length > 0 || libraryId === null || !receivedOn || !decision) {
		return { errors };
	}
	return { said: { libraryId, receivedOn, decision, scores } };
}

/** Why a round is told anew; adds what is wrong to `errors`. */
export function readRoundReason(given: Given, errors: Errors): string {
	return textIn(given, 'changeReason', LONGEST_REASON, errors);
}
