import { sql, type Kysely } from 'kysely';
import { daysBetween, type Day } from '#lib/base/day/day.ts';
import type { NetworkLibrary } from '#lib/figures/referral/types.ts';
import type { PartnerType, Stage } from '#lib/programme/partner/partner.ts';
import { libraryFilter, libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { knownDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

interface Row {
	libraryId: number;
	name: string;
	province: string;
	/** Null for a library of which no partner is known. */
	type: PartnerType | null;
	stage: Stage | null;
	stageSince: Day | null;
}

/**
 * The libraries of D with their partners: of each the last row known on K whose stage had begun on D.
 * What is known to be a mistake never was.
 */
export async function listNetworks(db: Kysely<DB>, where: Where): Promise<NetworkLibrary[]> {
	const day = statusDay(where);
	const { rows } = await sql<Row>`
		with listed as materialized (
			select library.id, library.name, province.name as province
			from library join province on province.code = library.province_code
			where ${libraryIsActive(where)} and ${libraryFilter(where)}
		),
		known as (
			select distinct on (partner.id) partner.library_id, entry.type, entry.stage, entry.stage_since
			from partner join listed on listed.id = partner.library_id
			join partner_entry entry on entry.partner_id = partner.id
			where entry.recorded_on <= ${knownDay(where)} and (entry.stage_since <= ${day} or entry.stage is null)
			order by partner.id, entry.id desc
		)
		select listed.id as library_id, listed.name, listed.province, known.type, known.stage, known.stage_since
		from listed left join known on known.library_id = listed.id and known.stage is not null
		order by listed.name, listed.id`.execute(db);
	return [...Map.groupBy(rows, ({ libraryId }) => libraryId).values()].map((group) => ({
		name: group[0]!.name,
		province: group[0]!.province,
		partners: group.flatMap(({ type, stage, stageSince }) =>
			type && stage && stageSince ? [{ type, stage, days: daysBetween(stageSince, day) }] : []
		)
	}));
}
