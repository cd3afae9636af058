import { sql, type Kysely } from 'kysely';
import { mayRecordGrant } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import { duesKnown, type DutyKind, type GrantDue } from '#lib/programme/grant/accountability.ts';
import type { FilledDue } from '#lib/programme/grant/read-due-form.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Every last day that was told, in the order in which it was. */
export async function listGrantDues(db: Kysely<DB>): Promise<GrantDue[]> {
	const rows = await db
		.selectFrom('grantDueEntry')
		.select(['id', 'kind', 'year', 'dueOn', 'source', 'recordedOn', 'recordedFor'])
		.orderBy('id')
		.execute();
	return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as DutyKind }));
}

/** Tells the last day for a year, or that none holds any more. What holds already is not told again. */
export async function recordGrantDue(
	db: Kysely<DB>,
	user: User,
	author: Author,
	said: FilledDue
): Promise<'recorded' | 'unchanged' | 'refused'> {
	if (!mayRecordGrant(user, said.kind, { supportInstituteId: 0 })) return 'refused';
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const holding = duesKnown(await listGrantDues(trx), null).find(
			({ kind, year }) => kind === said.kind && year === said.year
		);
		const isSame =
			(holding?.dueOn ?? null) === said.dueOn && (!holding || holding.source === said.source);
		if (isSame) return 'unchanged';
		await trx
			.insertInto('grantDueEntry')
			.values({
				...said,
				...{ recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.execute();
		return 'recorded';
	});
}
