import { sql, type Kysely, type Transaction } from 'kysely';
import { insertUserEntry, type Decider } from '#lib/server/access/account/user-entry.ts';
import { setUserActive } from '#lib/server/access/account/users.ts';
import { takeQuietStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listHeld, listSuccessors } from './queries.ts';

/** `gone`: she has no access any more, or is no adviser; `successors`: somebody chosen cannot take over. */
export type HandoverOutcome = 'left' | 'gone' | 'successors';

/**
 * Lets an adviser leave: others work for her POIs from now on, and she has no access, no session and no
 * link in a mail any more. What she recorded keeps her name.
 */
export async function handOver(
	db: Kysely<DB>,
	by: Decider,
	userId: string,
	successors: readonly string[]
): Promise<HandoverOutcome> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeQuietStamp(trx);
		const held = await listHeld(trx, userId);
		if (held.length === 0) return 'gone';
		const wanted = new Set(successors);
		const chosen = (await listSuccessors(trx, userId)).filter(({ id }) => wanted.has(id));
		if (chosen.length === 0 || chosen.length < wanted.size) return 'successors';
		const departure = await insertHandover(trx, by, recordedAt, { userId, kind: 'left' });
		await trx
			.insertInto('adviserHandoverTo')
			.values(
				held.flatMap(({ supportInstituteId, handoverId }) =>
					chosen.map((successor) => ({
						...{ handoverId: departure, supportInstituteId, userId: successor.id },
						...{ fromId: handoverId, isOwn: successor.instituteId === supportInstituteId }
					}))
				)
			)
			.execute();
		await setUserActive(trx, userId, false);
		await insertUserEntry(trx, by, recordedAt, { userId, kind: 'deactivated' });
		return 'left';
	});
}

/** Takes a departure back: she has access again, and the others work for their own POI only. */
export const undoHandover = (db: Kysely<DB>, by: Decider, userId: string): Promise<boolean> =>
	endHandover(db, by, userId, 'undone');

/** Ends that others work for the POIs of somebody who left: there is a new adviser. She stays away. */
export const finishHandover = (db: Kysely<DB>, by: Decider, userId: string): Promise<boolean> =>
	endHandover(db, by, userId, 'ended');

async function endHandover(
	db: Kysely<DB>,
	by: Decider,
	userId: string,
	kind: 'undone' | 'ended'
): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeQuietStamp(trx);
		const standing = await trx
			.selectFrom('adviserHandover as departure')
			.leftJoin('adviserHandover as later', 'later.endsId', 'departure.id')
			.select('departure.id')
			.where('departure.userId', '=', userId)
			.where('departure.kind', '=', 'left')
			.where('later.id', 'is', null)
			.orderBy('departure.id', 'desc')
			.executeTakeFirst();
		if (!standing) return false;
		await insertHandover(trx, by, recordedAt, { userId, kind, endsId: standing.id });
		if (kind === 'undone') {
			await setUserActive(trx, userId, true);
			await insertUserEntry(trx, by, recordedAt, { userId, kind: 'activated' });
		}
		return true;
	});
}

async function insertHandover(
	trx: Transaction<DB>,
	by: Decider,
	recordedAt: string,
	row: { userId: string; kind: 'left' | 'undone' | 'ended'; endsId?: number }
): Promise<number> {
	const { id } = await trx
		.insertInto('adviserHandover')
		.values({
			...{ ...row, recordedBy: by.id, recordedFor: by.organisation },
			recordedAt: sql<string>`${recordedAt}::timestamptz`
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}
