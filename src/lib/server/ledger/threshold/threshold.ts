import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { THRESHOLDS, type Threshold } from '#lib/ledger/threshold/threshold.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What a threshold was at the end of `knownOn`; the usual value when nobody had set it. */
export async function readThreshold(
	db: Kysely<DB>,
	name: Threshold,
	knownOn: Day
): Promise<number> {
	const set = await db
		.selectFrom('thresholdChange')
		.select('value')
		.where('name', '=', name)
		.where('recordedOn', '<=', knownOn)
		.orderBy('recordedAt', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return set?.value ?? THRESHOLDS[name].usual;
}

export interface ThresholdChange {
	id: number;
	value: number;
	recordedAt: Date;
	/** The author by name, or her organisation when the account is gone. */
	author: string;
}

/** What a threshold was set to, the last first. */
export async function listThresholdChanges(
	db: Kysely<DB>,
	name: Threshold
): Promise<ThresholdChange[]> {
	return db
		.selectFrom('thresholdChange as change')
		.leftJoin('appUser as author', 'author.id', 'change.recordedBy')
		.select(['change.id', 'change.value', 'change.recordedAt'])
		.select(({ fn }) => fn.coalesce('author.name', 'change.recordedFor').as('author'))
		.where('change.name', '=', name)
		.orderBy('change.recordedAt', 'desc')
		.orderBy('change.id', 'desc')
		.execute();
}

/** Sets a threshold from now on; the same value again is not recorded. */
export async function setThreshold(
	db: Kysely<DB>,
	author: Author,
	name: Threshold,
	value: number
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const [last] = await listThresholdChanges(trx, name);
		if ((last?.value ?? THRESHOLDS[name].usual) === value) return;
		await trx
			.insertInto('thresholdChange')
			.values({
				...{ name, value, recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql`${recordedAt}::timestamptz`
			})
			.execute();
	});
}
