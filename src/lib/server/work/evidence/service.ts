import { sql, type Kysely } from 'kysely';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { isAbout, subjectIds } from '#lib/server/ledger/subject/columns.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { EvidenceFile } from './read-file.ts';

export interface NewEvidence {
	milestoneCode: string;
	address: string | null;
	note: string | null;
	file: EvidenceFile | null;
	/** Made with the form: the same form sent twice records once. */
	key: string;
}

/** Records evidence of a milestone of a library or location. */
export async function addEvidence(
	db: Kysely<DB>,
	author: Author,
	subject: Subject,
	{ file, key, ...evidence }: NewEvidence
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		await trx
			.insertInto('evidence')
			.values({
				...subjectIds(subject),
				...evidence,
				...file,
				...{ sentKey: key, recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.onConflict((conflict) => conflict.constraint('evidence_sent_once').doNothing())
			.execute();
	});
}

/**
 * Withdraws evidence of this library or location: it stays, told as withdrawn, and its file can no
 * longer be downloaded. Answers whether there was something to withdraw.
 */
export async function withdrawEvidence(
	db: Kysely<DB>,
	author: Author,
	subject: Subject,
	id: number
): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const { numAffectedRows } = await sql`
			insert into evidence (library_id, information_point_id, milestone_code, withdraws_id, sent_key,
				recorded_at, recorded_by, recorded_for)
			select library_id, information_point_id, milestone_code, id, gen_random_uuid(),
				${recordedAt}::timestamptz, ${author.id}, ${author.organisation}
			from evidence
			where id = ${id} and ${isAbout('evidence', subject)} and withdraws_id is null
				and not exists (select from evidence gone where gone.withdraws_id = evidence.id)`.execute(trx);
		return numAffectedRows === 1n;
	});
}
