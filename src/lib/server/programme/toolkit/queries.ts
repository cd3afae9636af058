import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import {
	AUDIENCES,
	itemsOn,
	type ItemState,
	type ToolkitEntry,
	type ToolkitItem,
	type ToolkitSaid
} from '#lib/programme/toolkit/toolkit.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What the toolkit has, in its order. */
export async function listToolkitItems(db: Kysely<DB>): Promise<ToolkitItem[]> {
	const rows = await db
		.selectFrom('toolkitItem')
		.selectAll()
		.orderBy('position')
		.orderBy('code')
		.execute();
	return rows.map(({ code, nameNl, nameEn, whereNl, whereEn, audience, source, confidence }) => ({
		...{ code, source, confidence, name: { nl: nameNl, en: nameEn } },
		audience: AUDIENCES.find((one) => one === audience) ?? 'publiek',
		where: whereNl !== null && whereEn !== null ? { nl: whereNl, en: whereEn } : null
	}));
}

/** What is known of the toolkit at a library. */
export interface LibraryToolkit {
	said: ToolkitSaid;
	/** The id of the last row, which a form is based on; 0 without any. */
	basedOn: number;
}

/** A row with who recorded it. */
export interface RecordedEntry extends ToolkitEntry {
	recordedAt: Date;
	/** The author by name, or her organisation when the account is gone. */
	author: string;
}

/** Everything that was recorded of the toolkit at a library, in the order of recording. */
export async function listToolkitEntries(
	db: Kysely<DB>,
	libraryId: number
): Promise<RecordedEntry[]> {
	const rows = await db
		.selectFrom('toolkitEntry as entry')
		.leftJoin('appUser as author', 'author.id', 'entry.recordedBy')
		.select(['entry.id', 'itemCode', 'state', 'onDay', 'undoesId', 'recordedOn', 'recordedAt'])
		.select(({ fn }) => fn.coalesce('author.name', 'entry.recordedFor').as('author'))
		.where('libraryId', '=', libraryId)
		.orderBy('entry.id')
		.execute();
	return rows.map(({ state, ...row }) => ({ ...row, state: state as ItemState | null }));
}

/** What holds now of each of these items at a library, of everything that was recorded of it. */
export function toolkitNow(
	entries: readonly ToolkitEntry[],
	items: readonly Pick<ToolkitItem, 'code'>[]
): LibraryToolkit {
	const now = itemsOn(entries, '9999-12-31');
	return {
		said: Object.fromEntries(items.map(({ code }) => [code, now[code] ?? null])),
		basedOn: entries.at(-1)?.id ?? 0
	};
}

/** How much of the toolkit a library has, of the items that it needs. */
export interface ToolkitCount {
	there: number;
	needed: number;
}

/** The same of many libraries at once, on a day as known now; also of those of which nothing was said. */
export async function countToolkits(
	db: Kysely<DB>,
	libraryIds: readonly number[],
	day: Day
): Promise<Map<number, ToolkitCount>> {
	const { rows } = await sql<ToolkitCount & { libraryId: number }>`
		with said as (
			select distinct on (library_id, item_code) library_id, item_code, state
			from toolkit_entry entry
			where library_id = any (${[...libraryIds]}::int[]) and undoes_id is null and on_day <= ${day}
				and not exists (select from toolkit_entry undo where undo.undoes_id = entry.id)
			order by library_id, item_code, on_day desc, id desc
		)
		select asked.library_id, count(*) filter (where said.state = 'aanwezig')::int as there,
			count(*) filter (where said.state is distinct from 'niet_nodig')::int as needed
		from unnest(${[...libraryIds]}::int[]) as asked (library_id) cross join toolkit_item item
		left join said on said.library_id = asked.library_id and said.item_code = item.code
		group by asked.library_id`.execute(db);
	return new Map(rows.map(({ libraryId, ...count }) => [libraryId, count]));
}
