import { sql, type Kysely } from 'kysely';
import {
	asKind,
	eventCode,
	isSameEvent,
	type EventSaid,
	type ProgrammeEvent
} from '#lib/programme/programme-event/programme-event.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** One telling of an event; the last one counts. */
export interface EventEntry extends ProgrammeEvent {
	withdrawn: boolean;
	/** Why it was told anew. */
	changeReason: string | null;
	/** The author by name, or her organisation when the account is gone; null from the reference. */
	author: string | null;
}

/** Everything that was told of this event (of all without a code), the last first. */
export async function listEventEntries(db: Kysely<DB>, code: string | null): Promise<EventEntry[]> {
	const rows = await db
		.selectFrom('programmeEvent as event')
		.leftJoin('appUser as author', 'author.id', 'event.recordedBy')
		.select(['event.id', 'code', 'kind', 'startsOn', 'endsOn', 'titleNl', 'titleEn'])
		.select(['reasonNl', 'reasonEn', 'source', 'confidence', 'recordedOn', 'recordedFor'])
		.select(['withdrawn', 'changeReason'])
		.select(({ fn }) => fn.coalesce('author.name', 'event.recordedFor').as('author'))
		.$if(code !== null, (query) => query.where('code', '=', code))
		.orderBy('recordedAt', (by) => by.desc().nullsLast())
		.orderBy('event.id', 'desc')
		.execute();
	return rows.map(({ kind, ...row }) => ({ ...row, kind: asKind(kind) }));
}

export interface EventChange {
	said: EventSaid;
	withdrawn: boolean;
	changeReason: string;
	/** The last entry that its author had before her. */
	basedOn: number;
}

export type EventOutcome =
	| { outcome: 'recorded' | 'unchanged'; code: string }
	/** Somebody told it anew in between: what stands there now. */
	| { outcome: 'conflict'; now: EventEntry }
	| { outcome: 'unknown' };

/** Adds an event to the timeline. The same form sent twice adds it once. */
export async function addProgrammeEvent(
	db: Kysely<DB>,
	author: Author,
	said: EventSaid
): Promise<EventOutcome> {
	return db.transaction().execute(async (trx): Promise<EventOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const entries = await listEventEntries(trx, null);
		const wanted = eventCode(said);
		for (let number = 1; ; number += 1) {
			const code = number === 1 ? wanted : `${wanted}-${number}`;
			const [last] = entries.filter((entry) => entry.code === code);
			if (last && !last.withdrawn && isSameEvent(last, said)) return { outcome: 'unchanged', code };
			if (last) continue;
			await insert(
				trx,
				{ ...said, code, withdrawn: false, changeReason: null },
				author,
				recordedAt
			);
			return { outcome: 'recorded', code };
		}
	});
}

/** Tells an event anew, or withdraws it; nothing that was told before is lost. */
export async function changeProgrammeEvent(
	db: Kysely<DB>,
	author: Author,
	code: string,
	{ said, withdrawn, changeReason, basedOn }: EventChange
): Promise<EventOutcome> {
	return db.transaction().execute(async (trx): Promise<EventOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const [now] = await listEventEntries(trx, code);
		if (!now) return { outcome: 'unknown' };
		const same = now.withdrawn === withdrawn && (withdrawn || isSameEvent(now, said));
		if (same) return { outcome: 'unchanged', code };
		if (now.id !== basedOn) return { outcome: 'conflict', now };
		await insert(trx, { ...said, code, withdrawn, changeReason }, author, recordedAt);
		return { outcome: 'recorded', code };
	});
}

async function insert(
	trx: Kysely<DB>,
	row: EventSaid & { code: string; withdrawn: boolean; changeReason: string | null },
	author: Author,
	recordedAt: string
): Promise<void> {
	await trx
		.insertInto('programmeEvent')
		.values({
			...row,
			...{ recordedBy: author.id, recordedFor: author.organisation },
			recordedAt: sql<string>`${recordedAt}::timestamptz`
		})
		.execute();
}
