import { sql, type Kysely, type Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';
import type { SeatPeriod } from '#lib/network/trait/seat.ts';
import { standingRows, type Trait } from '#lib/network/trait/trait.ts';
import { listTraits, type RecordedTrait } from '#lib/server/network/trait/queries.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { lockWriters } from '#lib/server/work/update/queries.ts';
import { openBatch } from '#lib/server/work/batch/open-batch.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { followTraits } from './follow-traits.ts';
import { restorePeriods } from './periods.ts';

/** Something to record of a point. */
export interface NewTrait {
	trait: Trait;
	/** Null: not known any more. */
	value: unknown;
	validFrom: Day;
	validUntil?: Day | null;
	/** What the point itself said until now. */
	replaced?: unknown;
	undoesId?: number | null;
}

export type TraitOutcome =
	| { outcome: 'recorded'; ids: number[] }
	| { outcome: 'unchanged' }
	| { outcome: 'conflict'; theirs: RecordedTrait }
	| { outcome: 'forbidden' | 'gone' | 'already_undone' | 'later' };

/** What a form was made from, and what is to be recorded on that. */
export interface TraitForm {
	traits: readonly Trait[];
	/** The newest row of these traits when the form was made (null: none); `any` when it does not matter. */
	basedOn: number | 'any' | null;
	/** What to record, given all that was said of these traits; nothing when that changes nothing. */
	decide(said: readonly RecordedTrait[]): readonly NewTrait[];
	note: string | null;
	/** What kind of form, for the batch. */
	label: string;
}

/**
 * Records what an adviser says of a point, in one transaction and as one batch. The caller has
 * checked that she may write for its library. Nothing is written when somebody recorded something
 * of these traits since her form was made, unless that says the same.
 */
export async function recordTraits(
	db: Kysely<DB>,
	user: User,
	point: WorkSubject,
	form: TraitForm
): Promise<TraitOutcome> {
	return db.transaction().execute(async (trx) => {
		await lockWriters(trx);
		const said = await listTraits(trx, point.id, form.traits);
		const rows = form.decide(said);
		if (rows.length === 0) return { outcome: 'unchanged' };
		const newest = said.at(-1);
		if (newest && form.basedOn !== 'any' && newest.id !== form.basedOn)
			return { outcome: 'conflict', theirs: newest };
		return appendTraits(trx, user, point, rows, form);
	});
}

/** Takes rows back that were recorded together; only their author or the programme manager may. */
export async function undoTraits(
	db: Kysely<DB>,
	user: User,
	point: WorkSubject,
	id: number | null,
	traits: readonly Trait[]
): Promise<TraitOutcome> {
	return db.transaction().execute(async (trx) => {
		await lockWriters(trx);
		const said = await listTraits(trx, point.id, traits);
		const row = said.find((one) => one.id === id && one.undoesId === null);
		if (!row) return { outcome: 'gone' };
		if (!mayUndo(user, row, point.library)) return { outcome: 'forbidden' };
		const undone = new Set(said.map(({ undoesId }) => undoesId));
		const together = said.filter(
			(one) => one.id === id || (row.batchId !== null && one.batchId === row.batchId)
		);
		const left = together.filter((one) => one.undoesId === null && !undone.has(one.id));
		if (left.length === 0) return { outcome: 'already_undone' };
		const move = left.find(({ trait }) => trait === 'seat');
		// What was before a move is what it brings back, so a later one has to go first.
		if (move && standingRows(said, 'seat').some(({ id: later }) => later > move.id)) {
			return { outcome: 'later' };
		}
		const rows = left.map(({ id: undoesId, trait, validFrom }) => ({
			...{ trait, value: null, validFrom, undoesId }
		}));
		if (move) await restorePeriods(trx, point.id, move.replaced as SeatPeriod[]);
		return appendTraits(trx, user, point, rows, { label: 'undo', note: null });
	});
}

/** Writes rows about a point as one batch, and brings the point up to date; in the caller's transaction. */
export async function appendTraits(
	trx: Transaction<DB>,
	user: User,
	point: WorkSubject,
	rows: readonly NewTrait[],
	{ label, note }: Pick<TraitForm, 'label' | 'note'>
): Promise<TraitOutcome> {
	const recordedAt = await takeRecordStamp(trx);
	const batchId = await openBatch(trx, user, { kind: 'form', label });
	const inserted = await trx
		.insertInto('pointTrait')
		.values(
			rows.map(({ trait, value, validFrom, validUntil = null, replaced, undoesId = null }) => ({
				...{ informationPointId: point.id, trait, validFrom, validUntil, undoesId, note, batchId },
				...{ value: toJson(value), replaced: toJson(replaced) },
				...{ recordedBy: user.id, recordedFor: user.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			}))
		)
		.returning('id')
		.execute();
	await followTraits(trx, point.id, new Set(rows.map(({ trait }) => trait)));
	return { outcome: 'recorded', ids: inserted.map(({ id }) => id) };
}

/** A string is JSON too; null is no value at all. */
const toJson = (value: unknown) => (value == null ? null : JSON.stringify(value));
