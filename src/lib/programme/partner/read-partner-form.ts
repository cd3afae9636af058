import type { Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import { LONGEST_NAME } from '#lib/base/form/text-lengths.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	BY_MISTAKE,
	PARTNER_TYPES,
	REFERRALS,
	STAGES,
	VIEWS_OF_LIBRARY,
	type PartnerSaid
} from './partner.ts';
import { hasAddress, hasBsn, isOfficeMailbox } from './personal-data.ts';

const FIRST_DAY: Day = '2018-01-01';
const LONGEST_MAILBOX = 200;
const LONGEST_LINK = 500;

export type PartnerReading =
	{ said: PartnerSaid; errors?: never } | { errors: Errors; said?: never };

/** What was filled in of a partner: all of it, or everything that is wrong. Nothing of a person is taken. */
export function readPartnerForm(given: (name: string) => string, today: Day): PartnerReading {
	const errors: Errors = {};
	const text = (name: string) => given(name).trim();
	const oneOf = <T extends string>(name: string, words: readonly T[]): T | null =>
		words.find((word) => word === text(name)) ?? null;
	const day = (name: string): Day | null => {
		if (text(name) === '') return null;
		const read = readDay(text(name));
		if (read === null) errors[name] = m.update_problem_not_a_day();
		else if (read > today) errors[name] = m.update_problem_in_future();
		else if (read < FIRST_DAY) errors[name] = m.update_problem_not_sensible();
		return read;
	};
	const name = text('name');
	if (name === '' || name.length > LONGEST_NAME) errors.name = m.partner_problem_name();
	else if (hasAddress(name)) errors.name = m.partner_problem_name_address();
	else if (hasBsn(name)) errors.name = m.partner_problem_bsn();
	const type = oneOf('type', PARTNER_TYPES);
	if (!type) errors.type = m.partner_problem_type();
	const mailbox = readMailbox(text('mailbox'), name, errors);
	const mistaken = text('stage') === BY_MISTAKE;
	const stage = oneOf('stage', STAGES);
	if (!stage && !mistaken) errors.stage = m.partner_problem_stage();
	const stageSince = day('stageSince');
	if (stageSince === null) errors.stageSince ??= m.update_problem_required();
	const said = {
		...{ name, mailbox, stage, referral: oneOf('referral', REFERRALS) },
		agreementUrl: readLink(text('agreementUrl'), errors),
		seesLibraryAs: oneOf('seesLibraryAs', VIEWS_OF_LIBRARY),
		flyerOn: day('flyerOn')
	};
	if (Object.keys(errors).length > 0 || !type || stageSince === null) return { errors };
	return { said: { ...said, type, stageSince } };
}

function readMailbox(typed: string, organisation: string, errors: Errors): string | null {
	if (typed === '') return null;
	if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(typed) || typed.length > LONGEST_MAILBOX) {
		errors.mailbox = m.partner_problem_mailbox();
	} else if (hasBsn(typed)) errors.mailbox = m.partner_problem_bsn();
	else if (!isOfficeMailbox(typed, organisation)) errors.mailbox = m.partner_problem_person();
	return typed.toLowerCase();
}

/** A link to the agreement, never with a name and password in it, or with a number of a person. */
function readLink(typed: string, errors: Errors): string | null {
	if (typed === '') return null;
	const url = URL.parse(typed);
	const fits = url?.protocol === 'https:' && url.username === '' && typed.length <= LONGEST_LINK;
	if (!fits) errors.agreementUrl = m.partner_problem_link();
	else if (hasBsn(decode(typed))) errors.agreementUrl = m.partner_problem_bsn();
	else if (hasAddress(decode(typed))) errors.agreementUrl = m.partner_problem_link_address();
	return typed;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
