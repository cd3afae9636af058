import { error } from '@sveltejs/kit';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import { earliestDay, type Day } from '#lib/base/day/day.ts';
import { libraryOf, pointOf, type Subject } from '#lib/ledger/subject/subject.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { m } from '#lib/paraglide/messages.js';
import { LAST_STAMP, takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { undoBatchIn } from '#lib/server/work/batch/undo-batch.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { loadWords } from '#lib/work/load/labels.ts';
import { planLoad } from '#lib/work/load/plan-load.ts';
import type { LoadEvent, LoadPlan } from '#lib/work/load/plan.ts';
import { readLoad } from '#lib/work/load/read-load.ts';
import { insertPoints } from './insert-points.ts';
import { findFrozenDay, type LoadUpload } from './queries.ts';
import { readKnown } from './read-known.ts';

/** `frozen`: a quarter was frozen as known on this day, and the file wants to be known before. */
export type LoadOutcome = { outcome: 'applied' } | { outcome: 'frozen'; on: Day };

/** What a file would do to the monitor as it is now. */
export async function readLoadPlan(
	db: Kysely<DB>,
	{ content, recording, order }: Pick<LoadUpload, 'content' | 'recording' | 'order'>,
	today: Day
): Promise<LoadPlan> {
	const rows = readLoad(content!, loadWords(), today, order);
	return planLoad(rows, await readKnown(db), { today, recording });
}

/**
 * Records what is right in a first file, in one transaction and as one batch; sent twice it records
 * once. It is judged again behind the lock of all writers, so what was recorded in between stays.
 */
export async function applyLoad(
	db: Kysely<DB>,
	user: User,
	upload: LoadUpload,
	today: Day,
	frozenDay = findFrozenDay
): Promise<LoadOutcome> {
	return db.transaction().execute(async (trx): Promise<LoadOutcome> => {
		const createdAt = await takeRecordStamp(trx);
		const open = await trx
			.selectFrom('upload')
			.select('id')
			.where('id', '=', upload.id)
			.where('createdBy', '=', user.id)
			.where('appliedAt', 'is', null)
			.forUpdate()
			.executeTakeFirst();
		if (!open) return { outcome: 'applied' };
		const plan = await readLoadPlan(trx, upload, today);
		const frozen = await frozenDay(trx);
		const earliest = earliestDay(plan.events.map(({ recordedOn }) => recordedOn));
		if (frozen !== null && earliest !== null && earliest <= frozen) {
			return { outcome: 'frozen', on: frozen };
		}
		const batchId = plan.events.length > 0 ? await openLoad(trx, user, upload, createdAt) : null;
		const cohorts = await setCohorts(trx, plan.cohorts);
		const ids = await insertPoints(trx, user, plan.points);
		const events = plan.events.map((event) => toEvent(event, ids));
		if (batchId !== null) await appendEvents(trx, authorOf(user), events, batchId);
		const count = (...fates: string[]) =>
			plan.rows.filter(({ fate }) => fates.includes(fate)).length;
		await trx
			.updateTable('upload')
			.set({
				...{ batchId, appliedAt: LAST_STAMP },
				replaced: JSON.stringify({ cohorts }),
				...{ recordedCount: count('new'), leftCount: count('wrong', 'conflict') }
			})
			.where('id', '=', upload.id)
			.execute();
		return { outcome: 'applied' };
	});
}

/** Takes back all that a first file recorded, and the cohorts that it set; what came since stays. */
export async function undoLoad(
	db: Kysely<DB>,
	user: User,
	{ id, batchId }: Pick<LoadUpload, 'id' | 'batchId'>,
	today: Day
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		await takeRecordStamp(trx);
		const open = await trx
			.selectFrom('upload')
			.select('replaced')
			.where('id', '=', id)
			.where('createdBy', '=', user.id)
			.where('appliedAt', 'is not', null)
			.where('undoneAt', 'is', null)
			.forUpdate()
			.executeTakeFirst();
		if (!open) return;
		if (batchId !== null) {
			const undone = await undoBatchIn(trx, user, { batchId, eventId: null }, today);
			// All or nothing: the transaction goes with it.
			if (undone.outcome === 'locked') error(409, m.update_problem_quarter_locked());
		}
		const cohorts = JSON.stringify((open.replaced as { cohorts?: unknown } | null)?.cohorts ?? []);
		await sql`
			update library set cohort = old.was
			from json_to_recordset(${cohorts}::json) as old (id integer, was text, became text)
			where library.id = old.id and library.cohort = old.became`.execute(trx);
		await trx.updateTable('upload').set({ undoneAt: LAST_STAMP }).where('id', '=', id).execute();
	});
}

async function openLoad(
	trx: Transaction<DB>,
	user: User,
	{ fileName }: LoadUpload,
	createdAt: string
): Promise<number> {
	const { id } = await trx
		.insertInto('eventBatch')
		.values({ kind: 'load', label: fileName, createdAt, createdBy: user.id })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Puts libraries in their cohort; answers what they were in. */
async function setCohorts(trx: Transaction<DB>, cohorts: LoadPlan['cohorts']) {
	if (cohorts.length === 0) return [];
	const wanted = JSON.stringify(
		cohorts.map(({ libraryId, cohort }) => ({ id: libraryId, cohort }))
	);
	const { rows } = await sql<{ id: number; was: string; became: string }>`
		update library set cohort = wanted.cohort
		from json_to_recordset(${wanted}::json) as wanted (id integer, cohort text)
			join library before on before.id = wanted.id
		where library.id = wanted.id
		returning library.id, before.cohort as was, library.cohort as became`.execute(trx);
	return rows;
}

function toEvent(
	{ about, recordedOn, precision, form, ...event }: LoadEvent,
	ids: ReadonlyMap<string, number>
): NewEvent {
	return {
		...event,
		...{ subject: subjectOf(about, ids), datePrecision: precision, openingForm: form },
		...(recordedOn !== null && { recordedOn })
	};
}

function subjectOf(about: LoadEvent['about'], ids: ReadonlyMap<string, number>): Subject {
	if ('libraryId' in about) return libraryOf(about.libraryId);
	return pointOf('pointId' in about ? about.pointId : ids.get(about.ref)!);
}
