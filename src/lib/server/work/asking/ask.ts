import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertInquiries } from '#lib/server/work/inquiry/insert.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import type { Addressee } from '#lib/work/asking/types.ts';
import type { LineSubject } from '#lib/work/update/line-key.ts';
import { codesToAsk } from './find-candidate.ts';

export interface NewInquiries {
	question: string;
	dueOn: Day;
	about: readonly LineSubject[];
	/** Of one form that is filled in; sent twice it asks once. */
	round: string;
}

export type AskOutcome =
	| { outcome: 'asked'; count: number; advisers: Addressee[] }
	/** Something of it is not there (any more), so nothing was asked. */
	| { outcome: 'gone' };

/** Asks one question about each of these, in one transaction. The caller has checked who asks. */
export async function askInquiries(
	db: Kysely<DB>,
	user: User,
	{ question, dueOn, about, round }: NewInquiries,
	today: Day
): Promise<AskOutcome> {
	return db.transaction().execute(async (trx): Promise<AskOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const subjects = await listSubjects(trx, about, today);
		const known = about.every((one) => {
			const subject = subjects.get(subjectKey(one));
			return subject?.exists && codesToAsk(one.level).includes(one.milestoneCode);
		});
		if (!known) return { outcome: 'gone' };
		const inquiries = about.map((one) => ({
			...{ subject: one, milestoneCode: one.milestoneCode, question }
		}));
		await insertInquiries(trx, user, inquiries, { round, dueOn, recordedAt });
		const institutes = about.map(
			(one) => subjects.get(subjectKey(one))!.library.supportInstituteId
		);
		return {
			outcome: 'asked',
			count: about.length,
			advisers: await listAddressees(trx, [...new Set(institutes)])
		};
	});
}

/** The POIs with these ids, and how many of their advisers can answer. */
export async function listAddressees(db: Kysely<DB>, ids: readonly number[]): Promise<Addressee[]> {
	if (ids.length === 0) return [];
	return db
		.selectFrom('supportInstitute as institute')
		.leftJoin('adviserInstitute as adviser', 'adviser.supportInstituteId', 'institute.id')
		.select(({ fn }) => [
			'institute.id',
			'institute.name',
			fn.count<number>('adviser.userId').as('advisers')
		])
		.where('institute.id', 'in', [...ids])
		.groupBy(['institute.id', 'institute.name'])
		.orderBy('institute.name')
		.execute();
}
