import { sql, type Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { LAST_STAMP, takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { ActOutcome } from '#lib/server/work/batch/act.ts';
import { recordBatchIn } from '#lib/server/work/batch/record-batch.ts';
import { undoBatchIn, type Undone } from '#lib/server/work/batch/undo-batch.ts';
import type { RowFate } from '#lib/work/workbook/preview.ts';
import { compareFile } from './compare-file.ts';
import type { Upload } from './queries.ts';

/** Rows with a change that is not recorded. */
const LEFT: readonly RowFate[] = ['wrong', 'asked', 'conflict'];

/**
 * Records what is right in an upload, in one transaction and as one batch; sent twice it records
 * once. What somebody recorded between the preview and now is left as a conflict.
 */
export async function applyUpload(
	db: Kysely<DB>,
	user: User,
	upload: Upload,
	today: Day
): Promise<void> {
	const { rows, acts, subjects } = await compareFile(db, user, upload, today);
	const left = rows.filter(({ fate }) => LEFT.includes(fate)).length;
	await db.transaction().execute(async (trx) => {
		// Before the acts, so that of two that apply it at once the second waits and finds it done.
		const open = await trx
			.selectFrom('upload')
			.select('id')
			.where('id', '=', upload.id)
			.where('createdBy', '=', user.id)
			.where('appliedAt', 'is', null)
			.forUpdate()
			.executeTakeFirst();
		if (!open) return;
		const origin = { kind: 'import', label: upload.fileName } as const;
		const { batchId, outcomes } = await recordBatchIn(trx, user, origin, acts, subjects, today);
		const rowsWith = (holds: (one: ActOutcome) => boolean) =>
			new Set(outcomes.filter(holds).map(({ key }) => key.slice(0, key.lastIndexOf('#')))).size;
		// What the same file had recorded in between is of that one, also to be undone.
		const recordedCount = rowsWith((one) => one.outcome === 'recorded' && !('eventId' in one));
		await trx
			.updateTable('upload')
			.set({
				batchId: recordedCount > 0 ? batchId : null,
				appliedAt: LAST_STAMP,
				recordedCount,
				leftCount: left + rowsWith(({ outcome }) => outcome !== 'recorded')
			})
			.where('id', '=', upload.id)
			.execute();
	});
}

export type UploadUndone = Undone & {
	/** Milestones of the file about which something was recorded since that still counts; it stays. */
	changedSince?: number;
};

/** Takes back all that an upload recorded; what was recorded since stays. */
export async function undoUpload(
	db: Kysely<DB>,
	user: User,
	{ id, batchId }: Pick<Upload, 'id'> & { batchId: number },
	today: Day
): Promise<UploadUndone> {
	const changedSince = await countChangedSince(db, batchId);
	// In one transaction, so that the file is undone when what it recorded is, at a moment of this writer.
	return db.transaction().execute(async (trx): Promise<UploadUndone> => {
		const undone = await undoBatchIn(trx, user, { batchId, eventId: null }, today);
		if (undone.outcome !== 'undone') return undone;
		await trx
			.updateTable('upload')
			.set({ undoneAt: sql<Date>`${await takeRecordStamp(trx)}::timestamptz` })
			.where('id', '=', id)
			.where('undoneAt', 'is', null)
			.execute();
		return { ...undone, changedSince };
	});
}

async function countChangedSince(db: Kysely<DB>, batchId: number): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(distinct (own.library_id, own.information_point_id, own.milestone_code))::int as count
		from event own join event later on later.milestone_code = own.milestone_code and later.id > own.id
			and later.library_id is not distinct from own.library_id
			and later.information_point_id is not distinct from own.information_point_id
			and later.batch_id is distinct from own.batch_id and later.kind <> 'undone'
			and not exists (select from event again where again.corrects_event_id = later.id)
		where own.batch_id = ${batchId}`.execute(db);
	return rows[0]?.count ?? 0;
}
