import { sql, type Kysely } from 'kysely';
import { isSameSaid, type ToolkitSaid } from '#lib/programme/toolkit/toolkit.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import {
	listToolkitEntries,
	listToolkitItems,
	toolkitNow,
	type LibraryToolkit
} from './queries.ts';

export type ToolkitOutcome =
	| { outcome: 'recorded'; items: number }
	| { outcome: 'unchanged' }
	/** Somebody recorded in between: what stands there now. */
	| { outcome: 'conflict'; now: LibraryToolkit }
	/** These were emptied: what was said of them is undone, not emptied. */
	| { outcome: 'emptied'; codes: string[] };

export interface ToolkitWrite {
	libraryId: number;
	said: ToolkitSaid;
	/** The last row that its author had before her; 0 for none. */
	basedOn: number;
}

/**
 * Records what is said of the toolkit at a library: a row for each item of which something else is said
 * than before. The same form sent twice records once.
 */
export async function recordToolkit(
	db: Kysely<DB>,
	author: Author,
	{ libraryId, said, basedOn }: ToolkitWrite
): Promise<ToolkitOutcome> {
	return db.transaction().execute(async (trx): Promise<ToolkitOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const items = await listToolkitItems(trx);
		const now = toolkitNow(await listToolkitEntries(trx, libraryId), items);
		const changed = items
			.map(({ code }) => ({ code, to: said[code] ?? null, from: now.said[code] ?? null }))
			.filter(({ to, from }) => !isSameSaid(to, from));
		if (changed.length === 0) return { outcome: 'unchanged' };
		if (now.basedOn !== basedOn) return { outcome: 'conflict', now };
		const rows = changed.flatMap(({ code, to }) =>
			to
				? {
						...{ libraryId, itemCode: code, ...to },
						...{ recordedBy: author.id, recordedFor: author.organisation },
						recordedAt: sql<string>`${recordedAt}::timestamptz`
					}
				: []
		);
		if (rows.length < changed.length) {
			return { outcome: 'emptied', codes: changed.flatMap(({ code, to }) => (to ? [] : code)) };
		}
		await trx.insertInto('toolkitEntry').values(rows).execute();
		return { outcome: 'recorded', items: rows.length };
	});
}

/** Takes a row of this library back; what was recorded stays readable. Sent twice it undoes once. */
export async function undoToolkitEntry(
	db: Kysely<DB>,
	author: Author,
	libraryId: number,
	id: number
): Promise<'recorded' | 'unchanged' | 'unknown'> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const entries = await listToolkitEntries(trx, libraryId);
		const entry = entries.find((one) => one.id === id && one.undoesId === null);
		if (!entry) return 'unknown';
		if (entries.some(({ undoesId }) => undoesId === id)) return 'unchanged';
		await trx
			.insertInto('toolkitEntry')
			.values({
				...{ libraryId, itemCode: entry.itemCode, onDay: entry.onDay, undoesId: id },
				...{ recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.execute();
		return 'recorded';
	});
}
