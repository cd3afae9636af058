import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertInquiries } from '#lib/server/work/inquiry/insert.ts';
import { withdrawOpen } from '#lib/server/work/inquiry/withdraw.ts';
import { questionText } from '#lib/work/second-look/labels.ts';
import {
	DAYS_TO_ANSWER,
	waitingFields,
	type LookedOpening,
	type LookField
} from '#lib/work/second-look/second-look.ts';
import { listLooked } from './looked.ts';

/** What is said of a field: right, or sent back with a reason. */
export type FieldVerdict = { field: LookField } & (
	{ verdict: 'approved' } | { verdict: 'returned'; reason: string }
);

export interface OpeningVerdict {
	eventId: number;
	/** The newest thing that was said of it when the form was made. */
	basedOn: number | null;
	fields: readonly FieldVerdict[];
}

/**
 * Records what was seen of one opening; what is returned becomes a question to its adviser. `changed`
 * when it was put right, or somebody else looked, since the form was made: then nothing is recorded.
 */
export async function judgeOpening(
	db: Kysely<DB>,
	user: User,
	{ eventId, basedOn, fields }: OpeningVerdict,
	today: Day
): Promise<'recorded' | 'changed'> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const opening = (await listLooked(trx, { eventIds: [eventId] }, today))[0];
		if (!opening || opening.newestLook !== basedOn) return 'changed';
		const [inquiryId] = await askBack(trx, user, opening, fields, { today, recordedAt });
		await insertLooks(
			trx,
			user,
			fields.map((one) => ({ ...one, eventId, inquiryId: inquiryId ?? null })),
			recordedAt
		);
		await withdrawUseless(trx, user, opening, fields);
		return 'recorded';
	});
}

/** Approves all that waits of these openings, in one transaction; of how many something was approved. */
export async function approveOpenings(
	db: Kysely<DB>,
	user: User,
	eventIds: readonly number[],
	today: Day
): Promise<number> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const openings = await listLooked(trx, { eventIds, state: 'waiting' }, today);
		const looks = openings.flatMap((opening) =>
			waitingFields(opening).map(({ field }) => ({
				...{ eventId: opening.eventId, field, verdict: 'approved' as const, inquiryId: null }
			}))
		);
		await insertLooks(trx, user, looks, recordedAt);
		return openings.length;
	});
}

async function askBack(
	trx: Transaction<DB>,
	user: User,
	opening: LookedOpening,
	fields: readonly FieldVerdict[],
	{ today, recordedAt }: { today: Day; recordedAt: string }
): Promise<number[]> {
	const returned = fields.flatMap((one) => (one.verdict === 'returned' ? [one] : []));
	if (returned.length === 0) return [];
	const question = questionText(opening, returned);
	const inquiry = { subject: pointOf(opening.pointId), milestoneCode: 'opening', question };
	const when = { round: randomUUID(), dueOn: addDays(today, DAYS_TO_ANSWER), recordedAt };
	return insertInquiries(trx, user, [inquiry], when);
}

type NewLook = FieldVerdict & { eventId: number; inquiryId: number | null };

async function insertLooks(
	trx: Transaction<DB>,
	user: User,
	looks: readonly NewLook[],
	recordedAt: string
): Promise<void> {
	if (looks.length === 0) return;
	const rows = looks.map((look) => ({
		...{ eventId: look.eventId, field: look.field, verdict: look.verdict },
		reason: look.verdict === 'returned' ? look.reason : null,
		inquiryId: look.verdict === 'returned' ? look.inquiryId : null,
		...{ recordedBy: user.id, recordedFor: user.organisation },
		recordedAt: sql<string>`${recordedAt}::timestamptz`
	}));
	await trx.insertInto('secondLook').values(rows).execute();
}

/** A question about fields that were all judged again needs no answer any more. */
async function withdrawUseless(
	trx: Transaction<DB>,
	user: User,
	{ looks }: LookedOpening,
	fields: readonly FieldVerdict[]
): Promise<void> {
	const judged = new Set(fields.map(({ field }) => field));
	const asked = looks.filter(({ isAsked }) => isAsked);
	const kept = new Set(asked.filter(({ field }) => !judged.has(field)).map((one) => one.inquiryId));
	const useless = asked.flatMap(({ field, inquiryId }) =>
		judged.has(field) && inquiryId !== null && !kept.has(inquiryId) ? [inquiryId] : []
	);
	await withdrawOpen(trx, user, [...new Set(useless)]);
}
