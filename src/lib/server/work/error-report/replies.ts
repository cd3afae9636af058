import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A report as the programme manager sees it. */
export interface ListedReport {
	id: number;
	path: string;
	about: string;
	message: string;
	receivedOn: Day;
	/** Whose adviser was asked; null: she answers it herself. */
	institute: string | null;
	answeredOn: Day | null;
	kind: string | null;
	reply: string | null;
	/** The answer of KB that counts, to take back. */
	replyId: number | null;
}

const PER_LIST = 200;

/** The reports: those that wait first, then the last received first. */
export async function listReports(db: Kysely<DB>): Promise<ListedReport[]> {
	const query = sql<ListedReport>`
		select report.id, report.path, report.about, report.message, standing.received_on,
			institute.name as institute, standing.answered_on, standing.kind, standing.reply,
			(select given.id from error_report_reply given where given.report_id = report.id and given.reply is not null
				and not exists (select from error_report_reply undo where undo.undoes_id = given.id)
				order by given.id limit 1) as reply_id
		from error_report report
			join error_report_standing standing on standing.report_id = report.id
			left join support_institute institute on institute.id = report.support_institute_id
		order by standing.answered_on is not null, report.recorded_at desc, report.id desc limit ${PER_LIST}`;
	return (await query.execute(db)).rows;
}

/** How many reports wait for the programme manager herself. */
export async function countWaitingReports(db: Kysely<DB>): Promise<number> {
	const row = await db
		.selectFrom('errorReportStanding')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('supportInstituteId', 'is', null)
		.where('answeredOn', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export type ReplyOutcome = 'recorded' | 'conflict' | 'unknown';

/** Answers a report that is KB's to answer; `conflict` when it was answered in between. */
export async function answerReport(
	db: Kysely<DB>,
	author: Author,
	reportId: number,
	reply: string
): Promise<ReplyOutcome> {
	return db.transaction().execute(async (trx): Promise<ReplyOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const now = await trx
			.selectFrom('errorReportStanding')
			.select(['supportInstituteId', 'answeredOn', 'reply'])
			.where('reportId', '=', reportId)
			.executeTakeFirst();
		if (!now || now.supportInstituteId !== null) return 'unknown';
		if (now.answeredOn !== null) return now.reply === reply ? 'recorded' : 'conflict';
		await insertReply(trx, author, recordedAt, { reportId, reply });
		return 'recorded';
	});
}

/** Takes an answer back, so that the report waits again; once, however often it is asked. */
export async function undoReply(db: Kysely<DB>, author: Author, replyId: number): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const given = await trx
			.selectFrom('errorReportReply')
			.select(['id', 'reportId'])
			.where('id', '=', replyId)
			.where('reply', 'is not', null)
			.executeTakeFirst();
		if (!given) return false;
		const undone = await trx
			.selectFrom('errorReportReply')
			.select('id')
			.where('undoesId', '=', replyId)
			.executeTakeFirst();
		if (undone) return true;
		const { reportId } = given;
		await insertReply(trx, author, recordedAt, { reportId, undoesId: replyId });
		return true;
	});
}

async function insertReply(
	trx: Kysely<DB>,
	author: Author,
	recordedAt: string,
	values: { reportId: number; reply?: string; undoesId?: number }
): Promise<void> {
	await trx
		.insertInto('errorReportReply')
		.values({
			...values,
			...{ recordedBy: author.id, recordedFor: author.organisation },
			recordedAt: sql<string>`${recordedAt}::timestamptz`
		})
		.execute();
}
