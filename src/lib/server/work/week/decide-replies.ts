import type { Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import { subjectIds } from '#lib/server/ledger/subject/columns.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { ActOutcome } from '#lib/server/work/batch/act.ts';
import { listOpenInquiries, type AskedOf } from '#lib/server/work/inquiry/list-open.ts';
import type { NewReply } from '#lib/server/work/inquiry/replies.ts';
import { LONGEST_REPLY } from '#lib/work/inquiry/inquiry.ts';
import type { ReadLine } from '#lib/work/week/read-lines.ts';

interface DecidedReplies {
	/** Of the lines that were answered in words, by the name of the line. */
	outcomes: Map<string, ActOutcome>;
	replies: NewReply[];
	/** The batch of the same answers, when they were sent before. */
	batchId: number | null;
}

/**
 * What becomes of answers in words, behind the lock of all writers: each answers the questions that stood
 * in its line and are still open. `confirmed` are lines that were found to be right before.
 */
export async function decideReplies(
	trx: Transaction<DB>,
	user: User,
	inWords: readonly ReadLine[],
	confirmed: readonly ReadLine[]
): Promise<DecidedReplies> {
	const outcomes = new Map<string, ActOutcome>();
	const decided: DecidedReplies = { outcomes, replies: [], batchId: null };
	if (inWords.length + confirmed.length === 0) return decided;
	const open = await listOpenInquiries(trx, [...inWords, ...confirmed]);
	const before = await listSaidBefore(trx, user, inWords);
	for (const line of inWords) {
		const { key, reply, inquiryIds } = line;
		const asked = openOf(line, open);
		const said = before.find(
			(one) => one.reply === reply && inquiryIds.includes(one.inquiryId) && asked.length === 0
		);
		const problem = problemOf(reply, said !== undefined || asked.length > 0);
		if (problem) outcomes.set(key, { key, outcome: 'invalid', errors: problem });
		else outcomes.set(key, { key, outcome: 'recorded' });
		if (problem) continue;
		if (said) decided.batchId = said.batchId;
		decided.replies.push(...asked.map(({ id }) => answer(id, reply)));
	}
	decided.replies.push(
		...confirmed.flatMap((line) =>
			openOf(line, open).map(({ id }): NewReply => ({ inquiryId: id, kind: 'confirmed' }))
		)
	);
	return decided;
}

const answer = (inquiryId: number, reply: string): NewReply => ({
	...{ inquiryId, kind: 'answered', reply }
});

/** The open questions of a line that stood there: nobody answers what she has not read. */
function openOf(line: ReadLine, open: readonly AskedOf[]): AskedOf[] {
	const { libraryId, informationPointId } = subjectIds(line);
	return open.filter(
		(one) =>
			line.inquiryIds.includes(one.id) &&
			one.libraryId === libraryId &&
			one.informationPointId === informationPointId &&
			one.milestoneCode === line.milestoneCode
	);
}

function problemOf(reply: string, isAsked: boolean): Record<string, string> | null {
	if (reply === '') return { reply: m.inquiry_problem_reply() };
	if (reply.length > LONGEST_REPLY) {
		return { reply: m.inquiry_problem_reply_long({ count: LONGEST_REPLY }) };
	}
	return isAsked ? null : { form: m.inquiry_problem_not_open() };
}

/** What this user answered to these questions and did not take back. */
async function listSaidBefore(
	trx: Transaction<DB>,
	user: User,
	lines: readonly ReadLine[]
): Promise<{ inquiryId: number; reply: string | null; batchId: number | null }[]> {
	const ids = lines.flatMap(({ inquiryIds }) => inquiryIds);
	if (ids.length === 0) return [];
	return trx
		.selectFrom('inquiryReply as said')
		.select(['said.inquiryId', 'said.reply', 'said.batchId'])
		.where('said.inquiryId', 'in', ids)
		.where('said.recordedBy', '=', user.id)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('inquiryReply as undo')
						.select('undo.id')
						.whereRef('undo.undoesId', '=', 'said.id')
				)
			)
		)
		.execute();
}
