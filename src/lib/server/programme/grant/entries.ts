import { sql, type Kysely, type Transaction } from 'kysely';
import {
	institutesIn,
	mayRecordGrant,
	type InstituteScope
} from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import {
	entriesStanding,
	entryProblem,
	mayTakeBack,
	type EntryKind,
	type EntryProblem,
	type FrozenInputs,
	type FrozenMunicipality,
	type GrantEntry
} from '#lib/programme/grant/course.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { freezeInputs } from './freeze-inputs.ts';

/** What is recorded at once: of several libraries when they apply together. */
export interface EntrySaid {
	kind: EntryKind;
	libraryIds: readonly number[];
	scheme: string;
	year: number;
	onDay: Day;
	amountCents: number | null;
	note: string | null;
}

export type EntryOutcome =
	| { outcome: 'recorded'; count: number }
	/** `later`: something that stands rests on what was to be undone. */
	| { outcome: 'unchanged' | 'refused' | 'unknown' | 'no_rate' | 'later' }
	| { outcome: 'invalid'; problem: EntryProblem };

/** An entry with who is concerned and what a decision was computed from. */
export interface ListedEntry extends GrantEntry {
	library: string;
	note: string | null;
	recordedFor: string;
	computedCents: number | null;
	area: FrozenMunicipality[] | null;
	rateId: number | null;
}

/** Entries, the last recorded first; of the libraries of one POI, or of all (null). */
export async function listGrantEntries(
	db: Kysely<DB>,
	supportInstituteId: InstituteScope,
	most: number | null = null
): Promise<ListedEntry[]> {
	const institutes = institutesIn(supportInstituteId);
	const { rows } = await sql<ListedEntry>`
		select entry.id, entry.kind, entry.library_id, entry.scheme_code as scheme, entry.year, entry.on_day,
			entry.amount_cents, entry.undoes_id, entry.recorded_on, library.name as library, entry.note,
			entry.recorded_for, entry.computed_cents, entry.area, entry.rate_id
		from grant_entry entry join library on library.id = entry.library_id
		where ${institutes}::int[] is null or library.support_institute_id = any (${institutes}::int[])
		order by entry.id desc limit ${most}::bigint`.execute(db);
	return rows;
}

/** What was recorded of the subsidy of a library, of every day. */
export async function listLibraryEntries(db: Kysely<DB>, libraryId: number): Promise<GrantEntry[]> {
	const rows = await db
		.selectFrom('grantEntry')
		.select(['id', 'kind', 'libraryId', 'schemeCode as scheme', 'year', 'onDay', 'amountCents'])
		.select(['undoesId', 'recordedOn'])
		.where('libraryId', '=', libraryId)
		.orderBy('id')
		.execute();
	return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as GrantEntry['kind'] }));
}

/**
 * Records something of the subsidy of one or more libraries, all of it or nothing. A decision freezes the
 * amount per inhabitant, the borders and the inhabitants that it was made with. Sent twice it is there once.
 */
export async function recordGrantEntry(
	db: Kysely<DB>,
	user: User,
	author: Author,
	said: EntrySaid
): Promise<EntryOutcome> {
	return db.transaction().execute(async (trx): Promise<EntryOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const ids = [...new Set(said.libraryIds)];
		const libraries = await trx
			.selectFrom('library')
			.select(['id', 'supportInstituteId'])
			.where('id', 'in', ids.length > 0 ? ids : [-1])
			.execute();
		if (libraries.length !== ids.length || ids.length === 0) return { outcome: 'unknown' };
		if (!libraries.every((library) => mayRecordGrant(user, said.kind, library)))
			return { outcome: 'refused' };
		const today = await readToday(trx);
		const standing = await standingOf(trx, ids, said);
		const of = (id: number) => standing.get(id) ?? [];
		for (const id of ids) {
			const problem = entryProblem(said, of(id), today);
			if (problem) return { outcome: 'invalid', problem };
		}
		const added = ids.filter((id) => !of(id).some((entry) => isSame(entry, said)));
		if (added.length === 0) return { outcome: 'unchanged' };
		const frozen = said.kind === 'decision' ? await freezeInputs(trx, added, said) : new Map();
		if (frozen === null) return { outcome: 'no_rate' };
		await trx
			.insertInto('grantEntry')
			.values(
				added.map((libraryId) => ({
					...{ kind: said.kind, libraryId, schemeCode: said.scheme, year: said.year },
					...{ onDay: said.onDay, amountCents: said.amountCents, note: said.note },
					...frozenRow(frozen.get(libraryId)),
					...{ recordedBy: author.id, recordedFor: author.organisation },
					recordedAt: sql<string>`${recordedAt}::timestamptz`
				}))
			)
			.execute();
		return { outcome: 'recorded', count: added.length };
	});
}

/** Takes an entry back; what was recorded stays readable. */
export async function undoGrantEntry(
	db: Kysely<DB>,
	user: User,
	author: Author,
	id: number
): Promise<EntryOutcome> {
	return db.transaction().execute(async (trx): Promise<EntryOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const entry = await trx
			.selectFrom('grantEntry as entry')
			.innerJoin('library', 'library.id', 'entry.libraryId')
			.leftJoin('grantEntry as later', 'later.undoesId', 'entry.id')
			.select(['entry.kind', 'entry.libraryId', 'entry.schemeCode', 'entry.year', 'entry.onDay'])
			.select(['library.supportInstituteId', 'later.id as undoneBy'])
			.where('entry.id', '=', id)
			.where('entry.kind', '!=', 'undone')
			.executeTakeFirst();
		if (!entry) return { outcome: 'unknown' };
		const { supportInstituteId, undoneBy, kind, ...about } = entry;
		if (!mayRecordGrant(user, kind as EntryKind, { supportInstituteId }))
			return { outcome: 'refused' };
		if (undoneBy !== null) return { outcome: 'unchanged' };
		const standing = await standingOf(trx, [about.libraryId], {
			...{ scheme: about.schemeCode, year: about.year }
		});
		if (!mayTakeBack(id, standing.get(about.libraryId) ?? [])) return { outcome: 'later' };
		await trx
			.insertInto('grantEntry')
			.values({
				...{ ...about, kind: 'undone', undoesId: id },
				...{ recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.execute();
		return { outcome: 'recorded', count: 1 };
	});
}

const isSame = (entry: GrantEntry, said: EntrySaid) =>
	entry.kind === said.kind && entry.onDay === said.onDay && entry.amountCents === said.amountCents;

/** What stands of these libraries for a year of a scheme, of whatever day. */
async function standingOf(
	trx: Transaction<DB>,
	libraryIds: readonly number[],
	{ scheme, year }: Pick<EntrySaid, 'scheme' | 'year'>
): Promise<Map<number, GrantEntry[]>> {
	const rows = await trx
		.selectFrom('grantEntry')
		.select(['id', 'kind', 'libraryId', 'schemeCode as scheme', 'year', 'onDay', 'amountCents'])
		.select(['undoesId', 'recordedOn'])
		.where('libraryId', 'in', [...libraryIds])
		.where('schemeCode', '=', scheme)
		.where('year', '=', year)
		.execute();
	const entries = rows.map(({ kind, ...row }) => ({ ...row, kind: kind as GrantEntry['kind'] }));
	return Map.groupBy(entriesStanding(entries, '9999-12-31', null), ({ libraryId }) => libraryId);
}

const frozenRow = (inputs: FrozenInputs | undefined) =>
	inputs
		? {
				...{ rateId: inputs.rateId, referenceOn: inputs.referenceOn },
				...{ area: JSON.stringify(inputs.area), computedCents: inputs.computedCents }
			}
		: {};
