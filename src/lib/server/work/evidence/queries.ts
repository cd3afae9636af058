import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import { isAbout } from '#lib/server/ledger/subject/columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Evidence, FileType } from '#lib/work/evidence/evidence.ts';

interface EvidenceRow extends Pick<
	Evidence,
	'id' | 'milestoneCode' | 'address' | 'note' | 'recordedOn' | 'author'
> {
	fileName: string | null;
	bytes: number | null;
	withdrawnOn: Day | null;
	withdrawnBy: string | null;
}

/** All evidence of a library or location, the last first, without what is in the files. */
export async function listEvidence(db: Kysely<DB>, subject: Subject): Promise<Evidence[]> {
	const { rows } = await sql<EvidenceRow>`
		select evidence.id, evidence.milestone_code, evidence.address, evidence.note, evidence.file_name,
			octet_length(evidence.content) as bytes, evidence.recorded_on,
			coalesce(author.name, evidence.recorded_for) as author,
			gone.recorded_on as withdrawn_on, coalesce(remover.name, gone.recorded_for) as withdrawn_by
		from evidence
		left join app_user author on author.id = evidence.recorded_by
		left join evidence gone on gone.withdraws_id = evidence.id
		left join app_user remover on remover.id = gone.recorded_by
		where ${isAbout('evidence', subject)} and evidence.withdraws_id is null
		order by evidence.id desc`.execute(db);
	return rows.map(({ fileName, bytes, withdrawnOn, withdrawnBy, ...row }) => ({
		...row,
		file: fileName === null ? null : { name: fileName, bytes: bytes! },
		withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, author: withdrawnBy! }
	}));
}

/** How much evidence of each milestone of a library or location counts. */
export async function countEvidence(
	db: Kysely<DB>,
	subject: Subject
): Promise<Record<string, number>> {
	const { rows } = await sql<{ milestoneCode: string; count: number }>`
		select milestone_code, count(*)::int as count from evidence
		where ${isAbout('evidence', subject)} and withdraws_id is null
			and not exists (select from evidence gone where gone.withdraws_id = evidence.id)
		group by 1`.execute(db);
	return Object.fromEntries(rows.map(({ milestoneCode, count }) => [milestoneCode, count]));
}

/** A file of this library or location that still counts. */
export async function findEvidenceFile(
	db: Kysely<DB>,
	subject: Subject,
	id: number
): Promise<{ name: string; type: FileType; content: Buffer } | undefined> {
	const { rows } = await sql<{ name: string; type: string; content: Buffer }>`
		select file_name as name, file_type as type, content from evidence
		where id = ${id} and ${isAbout('evidence', subject)} and content is not null
			and not exists (select from evidence gone where gone.withdraws_id = evidence.id)`.execute(db);
	const [row] = rows;
	// A constraint of the table keeps the types to ours.
	return row && { ...row, type: row.type as FileType };
}
