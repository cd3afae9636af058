import { sql, type Kysely } from 'kysely';
import type { Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import type { User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { nameEssence } from '#lib/work/update/same-name.ts';
import { COLUMNS, type Column } from '#lib/work/workbook/types.ts';
import type { ColumnMapping } from '#lib/work/workbook/find-table.ts';
import type { UploadLine } from '#lib/work/workbook/upload-line.ts';
import type { LibraryMapping } from '#lib/work/workbook/resolve-row.ts';
import { readAnswers, type UploadAnswers } from '#lib/work/workbook/answers.ts';

/**
 * A file of milestones, of what libraries report of courses (`work/course-file`), or the first file of the
 * programme manager (`work/load`).
 */
export type UploadKind = 'milestones' | 'courses' | 'load';

/** Days that the rows of a file are kept. */
export const KEPT_DAYS = 7;

export interface Upload {
	id: number;
	createdAt: Date;
	createdBy: string;
	fileName: string;
	/** Null once its rows were kept long enough. */
	content: Tables | null;
	answers: UploadAnswers;
	batchId: number | null;
	appliedAt: Date | null;
	recordedCount: number | null;
	leftCount: number | null;
	undoneAt: Date | null;
}

/** Keeps what was read, and lets go of what was kept long enough. */
export async function keepUpload(
	db: Kysely<DB>,
	user: User,
	file: { name: string; tables: Tables; kind?: UploadKind }
): Promise<number> {
	await sql`update upload set content = null
		where content is not null and created_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(db);
	const { id } = await db
		.insertInto('upload')
		.values({
			createdBy: user.id,
			fileName: file.name.slice(0, 200) || '–',
			content: JSON.stringify(file.tables),
			kind: file.kind ?? 'milestones'
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** An upload of this author; nobody sees those of others. */
export async function findUpload(
	db: Kysely<DB>,
	user: User,
	id: number,
	kind: UploadKind = 'milestones'
): Promise<Upload | undefined> {
	const row = await db
		.selectFrom('upload')
		.selectAll()
		.where('id', '=', id)
		.where('createdBy', '=', user.id)
		.where('kind', '=', kind)
		.executeTakeFirst();
	if (!row) return undefined;
	return {
		...row,
		content: row.content as unknown as Tables | null,
		answers: readAnswers(row.answers)
	};
}

/** The latest files of this author, the newest first. */
export async function listUploads(
	db: Kysely<DB>,
	user: User,
	kind: UploadKind = 'milestones'
): Promise<UploadLine[]> {
	const columns = ['id', 'createdAt', 'fileName', 'batchId', 'appliedAt'] as const;
	return db
		.selectFrom('upload')
		.select([...columns, 'recordedCount', 'leftCount', 'undoneAt'])
		.select(sql<boolean>`content is not null`.as('kept'))
		.where('createdBy', '=', user.id)
		.where('kind', '=', kind)
		.orderBy('id', 'desc')
		.limit(50)
		.execute();
}

export async function saveAnswers(
	db: Kysely<DB>,
	user: User,
	id: number,
	answers: UploadAnswers
): Promise<void> {
	await db
		.updateTable('upload')
		.set({ answers: JSON.stringify(answers) })
		.where('id', '=', id)
		.where('createdBy', '=', user.id)
		.where('appliedAt', 'is', null)
		.execute();
}

export interface Mappings {
	columns: ColumnMapping;
	libraries: LibraryMapping;
}

/** What this adviser said before of headers and names that are not ours. */
export async function listMappings(db: Kysely<DB>, user: User): Promise<Mappings> {
	const rows = await db
		.selectFrom('uploadMapping')
		.select(['kind', 'given', 'target'])
		.where('userId', '=', user.id)
		.execute();
	const columns = new Map<string, Column | 'ignored'>();
	const libraries = new Map<string, number>();
	for (const { kind, given, target } of rows) {
		if (kind === 'library') libraries.set(given, Number(target));
		else if (target === 'ignored' || isColumn(target)) columns.set(given, target);
	}
	return { columns, libraries };
}

/** Remembers what headers and names stand for. */
export async function rememberMappings(
	db: Kysely<DB>,
	user: User,
	said: readonly { kind: 'column' | 'library'; given: string; target: string }[]
): Promise<void> {
	const rows = said.flatMap(({ kind, given, target }) => {
		const essence = nameEssence(given).slice(0, 500);
		return essence === '' ? [] : [{ userId: user.id, kind, given: essence, target }];
	});
	if (rows.length === 0) return;
	await db
		.insertInto('uploadMapping')
		.values(rows)
		.onConflict((conflict) =>
			conflict
				.columns(['userId', 'kind', 'given'])
				.doUpdateSet(({ ref }) => ({ target: ref('excluded.target') }))
		)
		.execute();
}

export const isColumn = (text: string): text is Column =>
	(COLUMNS as readonly string[]).includes(text);
