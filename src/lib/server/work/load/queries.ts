import { sql, type Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { DayOrder } from '#lib/base/spreadsheet/cell-values.ts';
import { readAnswers } from '#lib/work/workbook/answers.ts';
import type { RecordingDay } from '#lib/work/load/types.ts';
import type { UploadLine } from '#lib/work/workbook/upload-line.ts';

/** A first file that was sent. */
export interface LoadUpload extends UploadLine {
	/** Null once its rows were kept long enough. */
	content: Tables | null;
	recording: RecordingDay;
	/** What comes first in days such as 3/4/2021; null while nobody said. */
	order: DayOrder | null;
}

/** A first file of this author; nobody sees those of others. */
export async function findLoad(
	db: Kysely<DB>,
	user: User,
	id: number
): Promise<LoadUpload | undefined> {
	const row = await db
		.selectFrom('upload')
		.selectAll()
		.select(sql<boolean>`content is not null`.as('kept'))
		.where('id', '=', id)
		.where('kind', '=', 'load')
		.where('createdBy', '=', user.id)
		.executeTakeFirst();
	if (!row) return undefined;
	const { answers, content, ...rest } = row;
	const chosen = (answers as { recording?: unknown } | null)?.recording;
	const { order } = readAnswers(answers);
	return {
		...rest,
		content: content as unknown as Tables | null,
		recording: chosen === 'file' ? 'file' : 'today',
		order
	};
}

/** Keeps on which day the rows of a file count as recorded, and how its days are read. */
export async function saveLoadAnswers(
	db: Kysely<DB>,
	user: User,
	id: number,
	{ recording, order }: Pick<LoadUpload, 'recording' | 'order'>
): Promise<void> {
	await db
		.updateTable('upload')
		.set({ answers: JSON.stringify({ recording, order }) })
		.where('id', '=', id)
		.where('kind', '=', 'load')
		.where('createdBy', '=', user.id)
		.where('appliedAt', 'is', null)
		.execute();
}

/** The latest day that a frozen quarter says everything is known of; null without one. */
export async function findFrozenDay(db: Kysely<DB>): Promise<string | null> {
	const { day } = await db
		.selectFrom('edition')
		.select(({ fn }) => fn.max('knownOn').as('day'))
		.executeTakeFirstOrThrow();
	return day;
}
