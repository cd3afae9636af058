import { sql, type Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { subjectIds } from '#lib/server/ledger/subject/columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

export interface NewInquiry {
	subject: Subject;
	milestoneCode: string;
	question: string;
}

/**
 * Asks these questions at the moment that the caller took. Those of one round that were asked before are
 * not asked again; answers the ids of the others, in the order given.
 */
export async function insertInquiries(
	trx: Transaction<DB>,
	asker: Author,
	inquiries: readonly NewInquiry[],
	{ round, dueOn, recordedAt }: { round: string; dueOn: Day; recordedAt: string }
): Promise<number[]> {
	if (inquiries.length === 0) return [];
	const rows = inquiries.map(({ subject, milestoneCode, question }) => ({
		...subjectIds(subject),
		milestoneCode: milestoneCode === RECORD ? null : milestoneCode,
		...{ round, question, dueOn, recordedBy: asker.id, recordedFor: asker.organisation },
		recordedAt: sql<string>`${recordedAt}::timestamptz`
	}));
	const inserted = await trx
		.insertInto('inquiry')
		.values(rows)
		.onConflict((conflict) => conflict.constraint('inquiry_asked_once').doNothing())
		.returning('id')
		.execute();
	return inserted.map(({ id }) => Number(id));
}
