import { sql, type Kysely } from 'kysely';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertInquiries } from '#lib/server/work/inquiry/insert.ts';
import { hashToken } from '#lib/server/work/weekly-mail/token.ts';
import { DAYS_TO_ANSWER, VISITOR } from '#lib/work/error-report/error-report.ts';
import type { Reported } from './find-reported.ts';

export interface NewReport {
	/** Of the form that it was sent with: sent twice it reports once. */
	form: string;
	code: string;
	message: string;
	locale: 'nl' | 'en';
}

/** `other`: its form has reported something else already, and this was not kept. */
export type SendOutcome = 'sent' | 'other';

/**
 * Keeps a report, and asks the adviser of its library; without one the programme manager finds it in her
 * own list. Nothing of who sent it is kept.
 */
export async function sendReport(
	db: Kysely<DB>,
	reported: Reported,
	{ form, code, message, locale }: NewReport,
	today: Day
): Promise<SendOutcome> {
	return db.transaction().execute(async (trx): Promise<SendOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const before = await trx
			.selectFrom('errorReport')
			.select('message')
			.where('form', '=', form)
			.executeTakeFirst();
		if (before) return before.message === message ? 'sent' : 'other';
		const { libraryId, informationPointId, supportInstituteId } = reported;
		const subject =
			informationPointId !== null
				? pointOf(informationPointId)
				: libraryId !== null
					? libraryOf(libraryId)
					: null;
		const isAsked = subject !== null && supportInstituteId !== null;
		const [inquiryId = null] = isAsked
			? await insertInquiries(
					trx,
					VISITOR,
					[{ subject, milestoneCode: RECORD, question: message }],
					{ round: form, dueOn: addDays(today, DAYS_TO_ANSWER), recordedAt }
				)
			: [];
		await trx
			.insertInto('errorReport')
			.values({
				...{ form, codeHash: hashToken(code), path: reported.path, about: reported.name },
				...{ message, locale, libraryId, informationPointId, inquiryId },
				supportInstituteId: isAsked ? supportInstituteId : null,
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.execute();
		return 'sent';
	});
}
