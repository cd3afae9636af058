import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import {
	closingProblem,
	DECISIONS,
	ROUND_STATES,
	type ApplicationEntry,
	type ApplicationSaid,
	type RoundEntry,
	type RoundSaid,
	type RoundState
} from '#lib/programme/selection-round/selection-round.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Everything that was told of a round (of all without a code), the last first. */
export async function listRoundEntries(db: Kysely<DB>, code: string | null): Promise<RoundEntry[]> {
	const rows = await db
		.selectFrom('selectionRoundEntry as round')
		.leftJoin('appUser as author', 'author.id', 'round.recordedBy')
		.select(['round.id', 'code', 'nameNl', 'nameEn', 'opensOn', 'closesOn', 'seats', 'criteria'])
		.select(['state', 'decidedOn', 'source', 'changeReason', 'recordedOn'])
		.select(({ fn }) => fn.coalesce('author.name', 'round.recordedFor').as('author'))
		.$if(code !== null, (query) => query.where('code', '=', code))
		.orderBy('recordedAt', 'desc')
		.orderBy('round.id', 'desc')
		.execute();
	return rows.map((row) => ({
		...row,
		state: ROUND_STATES.find((state) => state === row.state) ?? 'withdrawn'
	}));
}

/** The applications of a round as they stand, by name; without what was a mistake. */
export async function listApplications(db: Kysely<DB>, code: string): Promise<ApplicationEntry[]> {
	const last = db
		.selectFrom('selectionApplicationEntry as entry')
		.innerJoin('library', 'library.id', 'entry.libraryId')
		.leftJoin('appUser as author', 'author.id', 'entry.recordedBy')
		.select(['entry.id', 'entry.libraryId', 'receivedOn', 'decision', 'scores', 'recordedOn'])
		.select(['library.slug', 'library.name', 'library.searchable'])
		.select(({ fn }) => fn.coalesce('author.name', 'entry.recordedFor').as('author'))
		.distinctOn('entry.libraryId')
		.where('roundCode', '=', code)
		.orderBy('entry.libraryId')
		.orderBy('recordedAt', 'desc')
		.orderBy('entry.id', 'desc');
	const rows = await db
		.selectFrom(last.as('last'))
		.selectAll()
		.where('decision', '<>', 'mistake')
		.orderBy('searchable')
		.execute();
	return rows.map(({ searchable: _, ...row }) => ({
		...row,
		decision: DECISIONS.find((one) => one === row.decision) ?? 'applied'
	}));
}

export type RoundOutcome =
	| { outcome: 'recorded' | 'unchanged'; code: string }
	| { outcome: 'conflict' | 'unknown' | 'not_open' }
	| { outcome: 'refused'; problem: NonNullable<ReturnType<typeof closingProblem>> };

/** Letters and digits of the name behind its first day: "2022-03-01-tweede-ronde". */
function codeOf({ opensOn, nameNl }: RoundSaid): string {
	const words = nameNl
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return `${opensOn}-${words}`.slice(0, 70).replace(/-$/, '');
}

const isSame = (one: RoundSaid, other: RoundSaid) =>
	(['nameNl', 'nameEn', 'opensOn', 'closesOn', 'seats', 'criteria', 'source'] as const).every(
		(key) => one[key] === other[key]
	);

/** Adds a round. The same form sent twice adds it once. */
export async function addRound(
	db: Kysely<DB>,
	author: Author,
	said: RoundSaid
): Promise<RoundOutcome> {
	return db.transaction().execute(async (trx): Promise<RoundOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const entries = await listRoundEntries(trx, null);
		for (let number = 1; ; number += 1) {
			const code = number === 1 ? codeOf(said) : `${codeOf(said)}-${number}`;
			const [last] = entries.filter((entry) => entry.code === code);
			if (last && last.state === 'open' && isSame(last, said))
				return { outcome: 'unchanged', code };
			if (last) continue;
			await insertRound(trx, author, recordedAt, {
				...said,
				...{ code, state: 'open', decidedOn: null, changeReason: null }
			});
			return { outcome: 'recorded', code };
		}
	});
}

export interface RoundChange {
	/** Null: as it was. */
	said: RoundSaid | null;
	state: RoundState;
	/** When it is closed: the day of the decision. */
	decidedOn: Day | null;
	changeReason: string;
	/** The last entry that its author had before her. */
	basedOn: number;
}

/**
 * Tells a round anew, closes it with its decision, opens it again, or withdraws it; nothing that was told
 * is lost. It is only closed when of each application is decided, and not for more than there are seats.
 */
export async function changeRound(
	db: Kysely<DB>,
	author: Author,
	code: string,
	{ said, state, decidedOn, changeReason, basedOn }: RoundChange
): Promise<RoundOutcome> {
	return db.transaction().execute(async (trx): Promise<RoundOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const [now] = await listRoundEntries(trx, code);
		if (!now) return { outcome: 'unknown' };
		const next = { ...now, ...said };
		if (now.state === state && now.decidedOn === decidedOn && isSame(now, next)) {
			return { outcome: 'unchanged', code };
		}
		if (now.id !== basedOn) return { outcome: 'conflict' };
		if (state === 'closed') {
			const problem = closingProblem(next, await listApplications(trx, code));
			if (problem) return { outcome: 'refused', problem };
		}
		const { nameNl, nameEn, opensOn, closesOn, seats, criteria, source } = next;
		await insertRound(trx, author, recordedAt, {
			...{ code, nameNl, nameEn, opensOn, closesOn, seats, criteria, source },
			...{ state, decidedOn, changeReason }
		});
		return { outcome: 'recorded', code };
	});
}

/** Tells of the application of a library in a round that is open. */
export async function recordApplication(
	db: Kysely<DB>,
	author: Author,
	code: string,
	said: ApplicationSaid,
	basedOn: number | null
): Promise<RoundOutcome> {
	return db.transaction().execute(async (trx): Promise<RoundOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const [round] = await listRoundEntries(trx, code);
		if (!round) return { outcome: 'unknown' };
		if (round.state !== 'open') return { outcome: 'not_open' };
		const now = (await listApplications(trx, code)).find(
			({ libraryId }) => libraryId === said.libraryId
		);
		const isSameNow =
			now?.decision === said.decision &&
			now.receivedOn === said.receivedOn &&
			now.scores.join() === said.scores.join();
		if (isSameNow) return { outcome: 'unchanged', code };
		if ((now?.id ?? null) !== basedOn) return { outcome: 'conflict' };
		await trx
			.insertInto('selectionApplicationEntry')
			.values({
				...{ roundCode: code, libraryId: said.libraryId, receivedOn: said.receivedOn },
				decision: said.decision,
				scores: sql`${said.scores}::smallint[]`,
				...{ recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.execute();
		return { outcome: 'recorded', code };
	});
}

async function insertRound(
	trx: Transaction<DB>,
	author: Author,
	recordedAt: string,
	row: RoundSaid & Pick<RoundEntry, 'code' | 'state' | 'decidedOn' | 'changeReason'>
): Promise<void> {
	await trx
		.insertInto('selectionRoundEntry')
		.values({
			...row,
			...{ recordedBy: author.id, recordedFor: author.organisation },
			recordedAt: sql<string>`${recordedAt}::timestamptz`
		})
		.execute();
}
