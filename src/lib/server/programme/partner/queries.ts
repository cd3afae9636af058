import { sql, type Kysely } from 'kysely';
import type { Partner } from '#lib/programme/partner/partner.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The partners of a library as they were last told of, by name; those recorded by mistake are left out. */
export async function listPartners(db: Kysely<DB>, libraryId: number): Promise<Partner[]> {
	const { rows } = await sql<Partner>`
		select * from (
			select distinct on (partner.id) partner.id, entry.id as entry_id, name, type, mailbox, stage, stage_since,
				referral, agreement_url, sees_library_as, flyer_on
			from partner join partner_entry entry on entry.partner_id = partner.id
			where partner.library_id = ${libraryId}
			order by partner.id, entry.id desc
		) last where stage is not null order by name, id`.execute(db);
	return rows;
}

/** A partner of this library as it was last told of, also when that was a mistake. */
export async function findPartner(
	db: Kysely<DB>,
	libraryId: number,
	partnerId: number
): Promise<Partner | undefined> {
	const { rows } = await sql<Partner>`
		select partner.id, entry.id as entry_id, name, type, mailbox, stage, stage_since, referral,
			agreement_url, sees_library_as, flyer_on
		from partner join partner_entry entry on entry.partner_id = partner.id
		where partner.library_id = ${libraryId} and partner.id = ${partnerId}
		order by entry.id desc limit 1`.execute(db);
	return rows[0];
}

/** One thing that was said of a partner, as it was recorded. */
export interface PartnerEntry extends Partner {
	recordedAt: Date;
	/** The author by name, or her organisation when the account is gone. */
	author: string;
}

const ENTRIES_SHOWN = 60;

/** What was said of the partners of a library, the last first. */
export async function listPartnerEntries(
	db: Kysely<DB>,
	libraryId: number
): Promise<PartnerEntry[]> {
	const { rows } = await sql<PartnerEntry>`
		select partner.id, entry.id as entry_id, entry.name, type, mailbox, stage, stage_since, referral,
			agreement_url, sees_library_as, flyer_on, entry.recorded_at,
			coalesce(author.name, entry.recorded_for) as author
		from partner join partner_entry entry on entry.partner_id = partner.id
		left join app_user author on author.id = entry.recorded_by
		where partner.library_id = ${libraryId}
		order by entry.id desc limit ${ENTRIES_SHOWN}`.execute(db);
	return rows;
}
