import { sql, type Kysely } from 'kysely';
import { saysSame, type Partner, type PartnerSaid } from '#lib/programme/partner/partner.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { findPartner, listPartners } from './queries.ts';

export type PartnerOutcome =
	| { outcome: 'recorded'; partnerId: number }
	| { outcome: 'unchanged' }
	/** Somebody recorded in between: what stands there now. */
	| { outcome: 'conflict'; now: Partner }
	/** There is one of this name and kind already. */
	| { outcome: 'double' }
	| { outcome: 'unknown' };

export interface PartnerWrite {
	libraryId: number;
	/** Null for a partner that nobody recorded yet. */
	partnerId: number | null;
	/** The last row that its author had before her. */
	basedOn: number | null;
	said: PartnerSaid;
}

/** Records what is said of a partner, as a new row; the same form sent twice records once. */
export async function recordPartner(
	db: Kysely<DB>,
	author: Author,
	{ libraryId, partnerId, basedOn, said }: PartnerWrite
): Promise<PartnerOutcome> {
	return db.transaction().execute(async (trx): Promise<PartnerOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		let id = partnerId;
		const same = (await listPartners(trx, libraryId)).find(
			({ id: other, name, type }) =>
				other !== id && type === said.type && name.toLowerCase() === said.name.toLowerCase()
		);
		if (same)
			return saysSame(said, saidOf(same)) ? { outcome: 'unchanged' } : { outcome: 'double' };
		if (id === null) {
			const added = await trx
				.insertInto('partner')
				.values({ libraryId })
				.returning('id')
				.executeTakeFirstOrThrow();
			id = added.id;
		} else {
			const now = await findPartner(trx, libraryId, id);
			if (!now) return { outcome: 'unknown' };
			if (saysSame(said, saidOf(now))) return { outcome: 'unchanged' };
			if (now.entryId !== basedOn) return { outcome: 'conflict', now };
		}
		await trx
			.insertInto('partnerEntry')
			.values({
				...{ ...said, partnerId: id, recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.execute();
		return { outcome: 'recorded', partnerId: id };
	});
}

function saidOf({ id: _id, entryId: _entryId, ...said }: Partner): PartnerSaid {
	return said;
}
