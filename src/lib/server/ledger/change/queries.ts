import { sql, type Kysely, type RawBuilder } from 'kysely';
import { mayEditLibrary } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { HistoryEntry } from '#lib/ledger/change/history-entry.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { makeHistoryEntry, type EntryRow } from './entry.ts';
import { historyKey, type Subject } from '#lib/ledger/subject/subject.ts';
import { isAbout } from '#lib/server/ledger/subject/columns.ts';
import { readHistories } from './histories.ts';
import { recordedEventColumns } from './recorded-events.ts';

/** More than a form can have lines. */
const LARGEST_BATCH = 500;

export interface HistoryPage {
	/** The latest recording first. */
	entries: HistoryEntry[];
	/** For `before` of the next page; null on the last one. */
	next: number | null;
}

export interface HistoryPaging {
	limit: number;
	/** Only what was recorded before this event. */
	before?: number | null;
	/** Only what had been recorded by the end of this day; what was corrected later reads as it did then. */
	recordedUntil?: Day | null;
	/** Only what holds from this day or an earlier one. */
	effectiveUntil?: Day | null;
}

export type HistoryScope = Subject | { municipalityCode: string } | { provinceCode: string };

/**
 * What was recorded about a library with its locations, about one location, about the locations in a
 * municipality, or about the libraries of a province, for this reader: without names and notes that she may not see.
 */
export async function listHistory(
	db: Kysely<DB>,
	reader: User | undefined,
	scope: HistoryScope,
	paging: HistoryPaging
): Promise<HistoryPage> {
	return readPage(db, reader, isWithin(scope), paging);
}

function isWithin(scope: HistoryScope): RawBuilder<unknown> {
	if ('municipalityCode' in scope) {
		return sql`event.information_point_id in (
			select information_point_id from information_point_period
			where municipality_code = ${scope.municipalityCode})`;
	}
	if ('provinceCode' in scope) return sql`library.province_code = ${scope.provinceCode}`;
	if (scope.level === 'library') {
		return sql`event.id in (
			select id from event where library_id = ${scope.id}
			union all
			select event.id from event join information_point_period period using (information_point_id)
			where period.library_id = ${scope.id})`;
	}
	return isAbout('event', scope);
}

export interface RecentChangesFilter {
	supportInstituteId?: number | null;
	/** The id of an author: only her own entries. */
	recordedBy?: string | null;
}

/** What was recorded lately anywhere, for this reader. */
export async function listRecentChanges(
	db: Kysely<DB>,
	reader: User | undefined,
	filter: RecentChangesFilter,
	paging: HistoryPaging
): Promise<HistoryPage> {
	const { supportInstituteId = null, recordedBy = null } = filter;
	const wanted = sql`(${supportInstituteId}::int is null or library.support_institute_id = ${supportInstituteId})
		and (${recordedBy}::text is null or event.recorded_by = ${recordedBy})`;
	return readPage(db, reader, wanted, paging);
}

/** Where news is from: a library, a province, the libraries of a support institute, or anywhere. */
export type NewsScope =
	Subject | { provinceCode: string } | { supportInstituteId: number } | 'country';

/** What was recorded about the opening and the operation of locations, as the public may see it. */
export async function listNews(
	db: Kysely<DB>,
	scope: NewsScope,
	paging: HistoryPaging
): Promise<HistoryPage> {
	const about = sql`event.information_point_id is not null
		and event.milestone_code in ('opening', 'operation') and event.kind <> 'confirmed'`;
	if (scope === 'country') return readPage(db, undefined, about, paging);
	const there =
		'supportInstituteId' in scope
			? sql`library.support_institute_id = ${scope.supportInstituteId}`
			: isWithin(scope);
	return readPage(db, undefined, sql`${about} and ${there}`, paging);
}

/** One entry by its id, as this reader may see it. */
export async function findHistoryEntry(
	db: Kysely<DB>,
	reader: User | undefined,
	eventId: number
): Promise<HistoryEntry | undefined> {
	const page = await readPage(db, reader, sql`event.id = ${eventId}`, { limit: 1 });
	return page.entries[0];
}

/** These entries, as this reader may see them. */
export async function listEntries(
	db: Kysely<DB>,
	reader: User | undefined,
	eventIds: readonly number[]
): Promise<HistoryEntry[]> {
	if (eventIds.length === 0) return [];
	const wanted = sql`event.id = any (${[...eventIds]}::bigint[])`;
	return (await readPage(db, reader, wanted, { limit: eventIds.length })).entries;
}

/** What this user recorded in one batch, as she may see it; what was taken back says so. */
export async function listBatch(
	db: Kysely<DB>,
	user: User,
	batchId: number
): Promise<HistoryEntry[]> {
	const wanted = sql`event.batch_id = ${batchId} and event.recorded_by = ${user.id}`;
	return (await readPage(db, user, wanted, { limit: LARGEST_BATCH })).entries.reverse();
}

async function readPage(
	db: Kysely<DB>,
	reader: User | undefined,
	wanted: RawBuilder<unknown>,
	{ limit, before = null, recordedUntil = null, effectiveUntil = null }: HistoryPaging
): Promise<HistoryPage> {
	const older = sql`(${before}::bigint is null or (event.recorded_at, event.id)
		< (select recorded_at, id from event where id = ${before}))`;
	const { rows } = await sql<EntryRow>`
		select ${recordedEventColumns}, library.id as entry_library_id, library.slug as library_slug,
			library.name as library_name, library.support_institute_id, point.name as point_name,
			reason.label_nl as reason_nl, reason.label_en as reason_en,
			(batch.created_at at time zone 'Europe/Amsterdam')::date as loaded_on
		from event
		left join information_point point on point.id = event.information_point_id
		left join lateral (
			select library_id from information_point_period
			where information_point_id = event.information_point_id
			order by valid_from desc limit 1
		) period on true
		join library on library.id = coalesce(event.library_id, period.library_id)
		left join reason on reason.code = event.reason_code
		left join event_batch batch on batch.id = event.batch_id and batch.kind in ('seed', 'load')
		where ${wanted} and ${older}
			and (${recordedUntil}::date is null or event.recorded_on <= ${recordedUntil})
			and (${effectiveUntil}::date is null or event.effective_on <= ${effectiveUntil})
		order by event.recorded_at desc, event.id desc
		limit ${limit + 1}`.execute(db);
	const shown = rows.slice(0, limit);
	const histories = await readHistories(db, shown);
	const names = await readNames(db, reader, shown);
	return {
		entries: shown.map((row) =>
			makeHistoryEntry(
				row,
				knownBy(recordedUntil, histories.get(historyKey(row)) ?? []),
				reader,
				names
			)
		),
		next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null
	};
}

function knownBy(day: Day | null, history: readonly RecordedEvent[]): readonly RecordedEvent[] {
	return day === null ? history : history.filter(({ recordedOn }) => recordedOn <= day);
}

/** The names of the authors whose libraries this reader works for; nobody else learns them. */
async function readNames(
	db: Kysely<DB>,
	reader: User | undefined,
	rows: readonly EntryRow[]
): Promise<ReadonlyMap<string, string>> {
	const ids = rows.filter((row) => mayEditLibrary(reader, row)).map((row) => row.recordedBy);
	if (ids.length === 0) return new Map();
	const users = await db
		.selectFrom('appUser')
		.select(['id', 'name'])
		.where('id', 'in', [...new Set(ids)])
		.execute();
	return new Map(users.map(({ id, name }) => [id, name]));
}
