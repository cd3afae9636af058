import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { hasAddress, hasBsn, hasPhoneNumber } from '#lib/programme/partner/personal-data.ts';
import { LONGEST_REPLY } from '#lib/work/inquiry/inquiry.ts';
import { LONGEST_MESSAGE } from './error-report.ts';

/** The name of a field that people do not see, and that programs fill in. */
export const TRAP = 'website';

/** What a visitor says is wrong, or why it cannot be taken. Nothing of a person is taken. */
export function readReportForm(given: (name: string) => string): {
	message: string;
	errors: Errors;
} {
	const message = given('message').trim();
	const errors: Errors = {};
	if (given(TRAP) !== '') errors[TRAP] = m.error_report_problem_trap();
	if (message === '') errors.message = m.error_report_problem_empty();
	else if (message.length > LONGEST_MESSAGE) {
		errors.message = m.error_report_problem_long({
			count: message.length - LONGEST_MESSAGE,
			most: LONGEST_MESSAGE
		});
	} else {
		const personal = personalProblem(message);
		if (personal) errors.message = personal;
	}
	return { message, errors };
}

/** What the programme manager answers: it is public, so nothing of a person is taken either. */
export function readReplyForm(given: (name: string) => string): { reply: string; errors: Errors } {
	const reply = given('reply').trim();
	const errors: Errors = {};
	if (reply === '') errors.reply = m.error_report_problem_no_reply();
	else if (reply.length > LONGEST_REPLY) {
		errors.reply = m.error_report_problem_long({
			count: reply.length - LONGEST_REPLY,
			most: LONGEST_REPLY
		});
	} else {
		const personal = personalProblem(reply);
		if (personal) errors.reply = personal;
	}
	return { reply, errors };
}

/** Which kind of personal data a text seems to have, as a sentence; null without. */
export function personalProblem(text: string): string | null {
	if (hasAddress(text)) return m.error_report_problem_mail();
	if (hasPhoneNumber(text)) return m.error_report_problem_phone();
	return hasBsn(text) ? m.error_report_problem_bsn() : null;
}
