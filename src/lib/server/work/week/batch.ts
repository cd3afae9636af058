import type { Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { EventValues } from '#lib/work/update/event-values.ts';

/** A new batch for what is recorded together by one form; its id. */
export async function openBatch(
	trx: Transaction<DB>,
	user: User,
	label: 'week' | 'undo'
): Promise<number> {
	const { id } = await trx
		.insertInto('eventBatch')
		.values({ kind: 'form', label, createdBy: user.id })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

const NOTHING = {
	targetOn: null,
	openingForm: null,
	datePrecision: 'day',
	reasonCode: null,
	note: null,
	noteVisibility: 'internal'
} as const;

/** That it was said today of a milestone (or of the record) that it is still right. */
export const confirmed = (milestoneCode: string, today: Day): EventValues => ({
	...{ milestoneCode, kind: 'confirmed', effectiveOn: today },
	...NOTHING
});

/** That an entry about this milestone no longer counts. */
export const undone = (milestoneCode: string, today: Day): EventValues => ({
	...{ milestoneCode, kind: 'undone', effectiveOn: today },
	...NOTHING
});
